import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { similarQuestionsQuery } from '@/api/questions';
import type { Question, SearchHit } from '@/api/types';
import { NumberText } from '@/ui/number';
import { Panel } from '@/ui/panel';
import classes from './similar-questions.module.css';

const shown = 5;

/** Questions like this one; nothing at all where there is none. */
export function SimilarQuestions({ question }: { question: Question }) {
  const { t } = useLingui();
  const { data } = useQuery(similarQuestionsQuery(question.title));
  const hits = data?.items.filter((hit) => hit.id !== question.id).slice(0, shown) ?? [];
  if (hits.length === 0) return null;
  return (
    <Panel title={t`Similar questions`}>
      <ul className={classes.list}>
        {hits.map((hit) => (
          <li key={hit.id}>
            <SimilarRow hit={hit} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function SimilarRow({ hit }: { hit: SearchHit }) {
  const { t } = useLingui();
  return (
    <Link
      to="/questions/$id/{-$slug}"
      params={{ id: String(hit.id), slug: hit.slug }}
      className={classes.row}
    >
      <span className={classes.score} data-solved={hit.accepted || undefined}>
        {hit.accepted ? (
          <Check size={12} strokeWidth={3} role="img" aria-label={t`Solved:`} />
        ) : null}
        <NumberText value={hit.score} />
      </span>
      <span>{hit.title}</span>
    </Link>
  );
}
