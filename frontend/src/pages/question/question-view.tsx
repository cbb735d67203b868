import { getRouteApi, useLocation, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useMe } from '@/api/me';
import type { Answer, QuestionPage } from '@/api/types';
import { Duplicates } from '@/features/question/duplicates';
import { QuestionNotices } from '@/features/question/notices';
import { QuestionHead } from '@/features/question/question-head';
import { SimilarQuestions } from '@/features/question/similar-questions';
import { PrintSource } from '@/features/share/print-source';
import { lazyPart } from '@/lib/lazy';
import { Page } from '@/ui/page';
import { AnswerForm } from './answer-form';
import { AnswerSection } from './answer-section';
import { QuestionPost } from './question-post';

const SuggestionNotice = lazyPart(
  () => import('@/features/suggestions/suggestion-notice'),
  'SuggestionNotice',
);

const route = getRouteApi('/questions/$id/{-$slug}');

/** The whole page of a question: what was asked, what was answered, and room for one more answer. */
export function QuestionView({ question, answers }: QuestionPage) {
  const me = useMe();
  const setPosted = useFocusOnPosted(answers);
  useReadableAddress(question);
  useLinkedPost();
  return (
    <Page
      title={question.title}
      rail={
        <>
          <Duplicates question={question} />
          <SimilarQuestions question={question} />
        </>
      }
    >
      <QuestionHead question={question} />
      <QuestionNotices question={question} />
      {question.suggestion ? (
        <Suspense>
          <SuggestionNotice suggestion={question.suggestion} kind="question" />
        </Suspense>
      ) : null}
      <QuestionPost question={question} />
      <AnswerSection question={question} first={answers} />
      <PrintSource question={question} />
      <AnswerForm
        // What is typed belongs to the one who is signed in.
        key={me?.id ?? 0}
        question={question}
        onPosted={setPosted}
        mine={answers.find(({ author, deletedAt }) => author && author.id === me?.id && !deletedAt)}
      />
    </Page>
  );
}

/** Links may be short or old, or lead to what was merged; the address in the browser is always the current one. */
function useReadableAddress({ id, slug }: { id: number; slug: string }): void {
  const { id: asked, slug: given } = route.useParams();
  const navigate = useNavigate();
  useEffect(() => {
    if (given === slug && asked === String(id)) return;
    void navigate({
      to: '/questions/$id/{-$slug}',
      params: { id: String(id), slug },
      search: true,
      hash: true,
      replace: true,
      resetScroll: false,
    });
  }, [asked, given, id, slug, navigate]);
}

/** Leads to the answer one has just posted, as soon as it stands on the page. */
function useFocusOnPosted(answers: Answer[]): (id: number) => void {
  const [posted, setPosted] = useState<number | null>(null);
  useEffect(() => {
    if (posted === null || !answers.some(({ id }) => id === posted)) return;
    document.getElementById(`answer-${posted}`)?.focus();
    setPosted(null);
  }, [posted, answers]);
  return setPosted;
}

/** A link to an answer or a comment brings it into view once the page stands. */
function useLinkedPost(): void {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    const target = hash ? document.getElementById(hash) : null;
    if (!target) return;
    target.scrollIntoView({ block: 'start' });
    target.focus({ preventScroll: true });
  }, [hash]);
}
