import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { questionQuery } from '@/api/questions';
import { ErrorPage, NotFound } from '@/ui/helpful-page';
import { Page } from '@/ui/page';
import { SkeletonRows } from '@/ui/states';
import { idOf } from './question-route';
import { QuestionView } from './question-view';

const route = getRouteApi('/questions/$id/{-$slug}');

export function QuestionPage() {
  const { id: text } = route.useParams();
  const id = idOf(text);
  // A new question is a new page: nothing opened or typed on the one before belongs to it.
  return id === null ? <NotFound /> : <LoadedQuestion key={id} id={id} />;
}

function LoadedQuestion({ id }: { id: number }) {
  const { answers } = route.useSearch();
  const { data, error, refetch } = useQuery({
    ...questionQuery(id, answers),
    // Another order of the answers replaces the one on the screen when it has come.
    placeholderData: (before) => before,
  });
  if (data) return <QuestionView {...data} />;
  if (error) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  return <QuestionSkeleton />;
}

function QuestionSkeleton() {
  const { t } = useLingui();
  return (
    <Page title={t`Question`} rail={<Skeleton height={180} radius={8} />}>
      <Skeleton height={12} width={160} mt={6} />
      <Skeleton height={26} width="85%" mt={14} mb={44} />
      <SkeletonRows rows={3} height={170} />
    </Page>
  );
}
