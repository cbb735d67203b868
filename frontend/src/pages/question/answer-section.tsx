import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, linkOptions, useNavigate } from '@tanstack/react-router';
import { answersPerPage, answersQuery } from '@/api/answers';
import { feedAddress } from '@/api/feeds';
import type { AnswerOrder } from '@/api/questions';
import type { Answer, Question } from '@/api/types';
import { FeedAction } from '@/features/feeds/feed-action';
import { AnswerOrderSelect } from '@/features/question/answer-order';
import { AnswersHead } from '@/features/question/answers-head';
import { Pager } from '@/ui/pager';
import { ErrorState, SkeletonRows } from '@/ui/states';
import { AnswerPost } from './answer-post';
import { furtherPages } from './question-route';

const route = getRouteApi('/questions/$id/{-$slug}');

interface AnswerSectionProps {
  question: Question;
  /** The answers of the first page, which come with the question. */
  first: Answer[];
}

/** All answers in the order that the address names. */
export function AnswerSection({ question, first }: AnswerSectionProps) {
  const { t } = useLingui();
  const { title } = question;
  const search = route.useSearch();
  const params = route.useParams();
  const navigate = useNavigate();
  const { answers: order = 'best', page = 1, all = false } = search;
  const setOrder = (answers: AnswerOrder) =>
    navigate({
      to: '/questions/$id/{-$slug}',
      params,
      search: { answers: answers === 'best' ? undefined : answers },
      resetScroll: false,
    });
  return (
    <>
      <AnswersHead
        count={question.answerCount}
        order={<AnswerOrderSelect value={order} onChange={(answers) => void setOrder(answers)} />}
      />
      {page === 1 || all ? <Answers question={question} answers={first} /> : null}
      {(all ? furtherPages(question.answerCount) : [page].filter((number) => number > 1)).map(
        (number) => (
          <FurtherAnswers key={number} question={question} order={order} page={number} />
        ),
      )}
      <Pager
        page={page}
        pages={all ? 1 : Math.ceil(question.answerCount / answersPerPage)}
        linkTo={(to) =>
          linkOptions({
            to: '/questions/$id/{-$slug}',
            params,
            search: { ...search, page: to === 1 ? undefined : to },
            hash: 'answers',
          })
        }
      />
      <FeedAction
        name={t`Answers to “${title}”`}
        label={t`Feed of the answers`}
        feed={feedAddress(`questions/${question.id}`)}
      />
    </>
  );
}

function Answers({ question, answers }: { question: Question; answers: Answer[] }) {
  return (
    <div>
      {answers.map((answer) => (
        <AnswerPost key={answer.id} question={question} answer={answer} />
      ))}
    </div>
  );
}

interface FurtherAnswersProps {
  question: Question;
  order: AnswerOrder;
  page: number;
}

function FurtherAnswers({ question, order, page }: FurtherAnswersProps) {
  const { data, error, refetch } = useQuery(answersQuery(question.id, order, page));
  if (data) return <Answers question={question} answers={data.items} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return <SkeletonRows rows={5} height={200} />;
}
