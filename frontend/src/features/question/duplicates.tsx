import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Question } from '@/api/types';
import { Panel } from '@/ui/panel';
import classes from './duplicates.module.css';

/** What was closed as a duplicate of this question; nothing at all where there is none. */
export function Duplicates({ question }: { question: Question }) {
  const { t } = useLingui();
  if (question.duplicates.length === 0) return null;
  return (
    <Panel title={t`Duplicates of this question`}>
      <ul className={classes.list}>
        {question.duplicates.map(({ id, slug, title }) => (
          <li key={id}>
            <Link to="/questions/$id/{-$slug}" params={{ id: String(id), slug }}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
