import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { leaderboardQuery } from '@/api/leaderboards';
import { questionListQuery } from '@/api/questions';
import { NumberText } from '@/ui/number';
import { Panel } from '@/ui/panel';
import { PersonCard } from '@/ui/person';
import classes from './questions-rail.module.css';

/** Beside the list of questions: what one could answer, one's tags, and who helps most. */
export function QuestionsRail({ tags }: { tags: ReactNode }) {
  return (
    <>
      <WaitingPanel />
      {tags}
      <ContributorsPanel />
    </>
  );
}

function WaitingPanel() {
  const { t } = useLingui();
  const { data } = useQuery(questionListQuery({ view: 'unanswered', page: 1, pageSize: 4 }));
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t`Waiting for an answer`}>
      <ul className={classes.questions}>
        {data.items.map((question) => (
          <li key={question.id}>
            <Link
              to="/questions/$id/{-$slug}"
              params={{ id: String(question.id), slug: question.slug }}
              className={classes.question}
            >
              <span className={classes.score}>
                <NumberText value={question.score} />
              </span>
              <span>{question.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function ContributorsPanel() {
  const { t } = useLingui();
  const { data } = useQuery(leaderboardQuery({ period: 'month', by: 'reputation' }));
  if (!data || data.items.length === 0) return null;
  return (
    <Panel
      title={t`Top contributors this month`}
      action={<Link to="/leaderboard" className={classes.action}>{t`All`}</Link>}
    >
      <ol className={classes.people}>
        {data.items.slice(0, 5).map(({ person, value }) => (
          <li key={person.id} className={classes.person}>
            <PersonCard person={person} />
            <span className={classes.value}>
              <NumberText value={value} />
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
