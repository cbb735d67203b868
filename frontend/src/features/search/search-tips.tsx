import { useLingui } from '@lingui/react/macro';
import classes from './search-box.module.css';

/** What the operators do; each can be put into the box. */
export function SearchTips({ onAdd }: { onAdd: (operator: string) => void }) {
  const { t } = useLingui();
  const tips: [operator: string, meaning: string][] = [
    ['[tag]', t`only posts with this tag; -[tag] leaves them out`],
    ['"…"', t`exactly these words`],
    ['-word', t`without this word`],
    ['title:word', t`only in titles; body:word only in the text`],
    ['user:me', t`posts of a person: me, a name or a handle`],
    ['in:space', t`only in this space`],
    ['is:question', t`also is:answer, is:person, is:tag, is:unanswered, is:solved, is:closed`],
    ['isaccepted:yes', t`answers that were accepted; questions that are solved`],
    ['score:3', t`with a score of 3 or more`],
    ['answers:0', t`questions with exactly this many answers; 0 finds those that wait for one`],
    ['created:2025..', t`asked or answered since then; also 2024..2025 or 2025-03`],
    ['has:code', t`with a piece of code`],
  ];
  return (
    <section className={classes.tips} aria-label={t`Search tips`}>
      <dl className={classes.list}>
        {tips.map(([operator, meaning]) => (
          <div key={operator} className={classes.tip}>
            <dt>
              <button
                type="button"
                className={classes.operator}
                aria-label={t`Add ${operator} to the search`}
                onClick={() => onAdd(operator)}
              >
                {operator}
              </button>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
