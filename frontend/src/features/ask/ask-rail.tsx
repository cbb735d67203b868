import { Plural, useLingui } from '@lingui/react/macro';
import type { Space } from '@/api/types';
import { Panel } from '@/ui/panel';
import classes from './ask.module.css';

/** Beside the form: what makes a question easy to answer, and who will read it. */
export function AskRail({ space }: { space: Space | undefined }) {
  const { t } = useLingui();
  return (
    <>
      <Panel title={t`A question people can answer`}>
        <ul className={classes.advice}>
          <li>{t`One problem per question.`}</li>
          <li>{t`Say what you want to reach, what happens instead, and what you have tried.`}</li>
          <li>{t`Copy the exact words of an error as text, not as a picture.`}</li>
          <li>{t`Leave out personal data of colleagues, citizens and suppliers.`}</li>
        </ul>
      </Panel>
      {space ? <Readers space={space} /> : null}
    </>
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
