import { Plural, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Space } from '@/api/types';
import { Panel } from '@/ui/panel';
import classes from './ask.module.css';
import { Checklist } from './checklist';
import type { Written } from './checks';

interface AskRailProps {
  space: Space | undefined;
  written: Written;
}

/** Beside the form: what makes a question easy to answer, and who will read it. */
export function AskRail({ space, written }: AskRailProps) {
  return (
    <>
      <Checklist written={written} />
      {space ? <Readers space={space} /> : null}
      <Templates />
    </>
  );
}

function Templates() {
  const { t } = useLingui();
  return (
    <Panel
      title={t`Templates`}
      action={<Link to="/templates" className={classes.all}>{t`All templates`}</Link>}
    >
      <p className={classes.readers}>
        {t`Some spaces and tags have a text to begin with. It is offered while you have written no details.`}
      </p>
    </Panel>
  );
}

function Readers({ space }: { space: Space }) {
  const { t } = useLingui();
  const words: Record<Space['visibility'], string> = {
    organisation: t`Everyone in the organisation can read and answer it.`,
    members: t`Only the members of this space can read and answer it.`,
    public: t`This space is public: everyone can read it, also without an account.`,
  };
  return (
    <Panel title={t`Who will see it`}>
      <p className={classes.readers}>{words[space.visibility]}</p>
      {space.visibility === 'members' ? (
        <p className={classes.readers}>
          <Plural value={space.memberCount} one="It has # member." other="It has # members." />{' '}
          {space.reason}
        </p>
      ) : null}
    </Panel>
  );
}
