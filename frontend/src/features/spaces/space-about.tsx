import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Space } from '@/api/types';
import { NumberText } from '@/ui/number';
import { Panel } from '@/ui/panel';
import classes from './space-about.module.css';
import { Visibility } from './visibility';

/** Who reads a space, why it is restricted where it is, and how large it is. */
export function SpaceAbout({ space }: { space: Space }) {
  const { t } = useLingui();
  return (
    <Panel title={t`About this space`}>
      <dl className={classes.facts}>
        <Fact name={t`Readers`}>
          <Visibility space={space} />
        </Fact>
        {space.unit ? <Fact name={t`Unit`}>{space.unit}</Fact> : null}
        {space.memberCount > 0 ? (
          <Fact name={t`Members`}>
            <NumberText value={space.memberCount} />
          </Fact>
        ) : null}
        <Fact name={t`Questions`}>
          <NumberText value={space.questionCount} />
        </Fact>
      </dl>
      {space.isMember ? <p className={classes.member}>{t`You are a member.`}</p> : null}
    </Panel>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
