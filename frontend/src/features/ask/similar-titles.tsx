import { Plural, useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { similarQuestionsQuery } from '@/api/questions';
import type { SearchHit } from '@/api/types';
import { NumberText } from '@/ui/number';
import classes from './ask.module.css';

const fewest = 8;
const shown = 4;

/** Questions like the title one is typing: the answer may be there already. */
export function SimilarTitles({ title }: { title: string }) {
  const [asked] = useDebouncedValue(title.trim(), 300);
  const enough = asked.length >= fewest;
  const { data } = useQuery({
    ...similarQuestionsQuery(asked),
    enabled: enough,
    placeholderData: keepPreviousData,
  });
  const hits = enough ? (data?.items.slice(0, shown) ?? []) : [];
  return (
    <div aria-live="polite">
      {hits.length > 0 ? (
        <div className={classes.similar}>
          <p className={classes.similarTitle}>
            <Plural
              value={hits.length}
              one="One question looks similar. It may already have your answer."
              other="# questions look similar. One may already have your answer."
            />
          </p>
          <ul>
            {hits.map((hit) => (
              <li key={hit.id}>
                <SimilarTitle hit={hit} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

function SimilarTitle({ hit }: { hit: SearchHit }) {
  const { t } = useLingui();
  return (
    <Link
      to="/questions/$id/{-$slug}"
      params={{ id: String(hit.id), slug: hit.slug }}
      className={classes.similarRow}
    >
      <span className={classes.score} data-solved={hit.accepted || undefined}>
        <NumberText value={hit.score} />
      </span>
      <span>{hit.title}</span>
      <span className={classes.state} data-solved={hit.accepted || undefined}>
        {hit.accepted ? (
          <>
            <CircleCheck size={15} aria-hidden />
            {t`Solved`}
          </>
        ) : (
          <Plural value={hit.answerCount} _0="No answer" one="# answer" other="# answers" />
        )}
      </span>
    </Link>
  );
}
