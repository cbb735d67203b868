import type { QueryClient } from '@tanstack/react-query';
import type { Answer, AnswerList, Comment, Question, QuestionPage } from './types';

/** Everything of one question: its page in each order of answers, and further pages of answers. */
export function questionKey(id: number) {
  return ['questions', 'one', id] as const;
}

export function commentsKey(postId: number) {
  return ['posts', postId, 'comments'] as const;
}

type Cached = QuestionPage | AnswerList;
type Post = Question | Answer;

function inCached(
  cached: Cached,
  onQuestion: (question: Question) => Question,
  onAnswer: (answer: Answer) => Answer,
): Cached {
  if (!('question' in cached)) return { ...cached, items: cached.items.map(onAnswer) };
  const { question, answers } = cached;
  return { ...cached, question: onQuestion(question), answers: answers.map(onAnswer) };
}

function patch(
  queryClient: QueryClient,
  questionId: number,
  onQuestion: (question: Question) => Question,
  onAnswer: (answer: Answer) => Answer,
): void {
  queryClient.setQueriesData<Cached>({ queryKey: questionKey(questionId) }, (cached) =>
    cached ? inCached(cached, onQuestion, onAnswer) : cached,
  );
}

/** Changes one post, question or answer, wherever the screen holds it. */
export function patchPost(
  queryClient: QueryClient,
  { questionId, postId }: PostAddress,
  change: <P extends Post>(post: P) => P,
): void {
  const one = <P extends Post>(post: P): P => (post.id === postId ? change(post) : post);
  patch(queryClient, questionId, one, one);
}

/** Marks an answer as the accepted one, or none. */
export function patchAccepted(
  queryClient: QueryClient,
  questionId: number,
  acceptedAnswerId: number | null,
): void {
  patch(
    queryClient,
    questionId,
    (question) => ({ ...question, acceptedAnswerId }),
    (answer) => ({ ...answer, accepted: answer.id === acceptedAnswerId }),
  );
}

/** Shows a new answer at the end of what is on the screen; where it belongs shows the next visit. */
export function appendAnswer(queryClient: QueryClient, answer: Answer): void {
  const key = [...questionKey(answer.questionId), 'page'];
  queryClient.setQueriesData<QuestionPage>({ queryKey: key }, (page) =>
    page
      ? {
          ...page,
          question: { ...page.question, answerCount: page.question.answerCount + 1 },
          answers: [...page.answers, answer],
        }
      : page,
  );
}

export interface PostAddress {
  questionId: number;
  postId: number;
}

/** Changes the comments under a post: the few shown with it, and the whole list where it was opened. */
export function patchComments(
  queryClient: QueryClient,
  address: PostAddress,
  change: (comments: Comment[]) => Comment[],
  countBy = 0,
): void {
  patchPost(queryClient, address, (post) => ({
    ...post,
    comments: change(post.comments),
    commentCount: post.commentCount + countBy,
  }));
  queryClient.setQueryData<{ items: Comment[] }>(commentsKey(address.postId), (list) =>
    list ? { ...list, items: change(list.items) } : list,
  );
}
