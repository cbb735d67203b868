import { useLingui } from '@lingui/react/macro';
import type { Tag } from '@/api/tags';
import { NumberText } from '@/ui/number';
import { Panel } from '@/ui/panel';
import { PersonCard } from '@/ui/person';
import classes from './top-answerers.module.css';

/** Who knows about the tag, by the score of their answers in it. */
export function TopAnswerers({ tag }: { tag: Tag }) {
  const { t } = useLingui();
  return (
    <Panel title={t`Top answerers`}>
      {tag.topAnswerers.length > 0 ? (
        <ol className={classes.people}>
          {tag.topAnswerers.map(({ person, score }) => (
            <li key={person.id} className={classes.person}>
              <PersonCard person={person} />
              <span className={classes.score} title={t`Score of the answers in this tag`}>
                <NumberText value={score} />
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p className={classes.hint}>
          {t`Nobody has answered in this tag yet. The first good answer puts you here.`}
        </p>
      )}
    </Panel>
  );
}
