import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from './client';
import { commentsKey, type PostAddress, patchComments } from './question-cache';
import type { Comment } from './types';
import { useCreationKey } from './use-creation-key';

/** All comments on a post, oldest first; the question's page holds only the best five of each. */
export function commentsQuery(postId: number) {
  return queryOptions({
    queryKey: commentsKey(postId),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/posts/{id}/comments', { params: { path: { id: postId } }, signal })),
  });
}

interface NewComment {
  body: string;
  /** The comment that it answers. */
  parentId?: number;
}

export function useAddComment(address: PostAddress) {
  const queryClient = useQueryClient();
  const keyFor = useCreationKey();
  return useMutation({
    mutationFn: (comment: NewComment) =>
      unwrap(
        client.POST('/posts/{id}/comments', {
          params: { path: { id: address.postId } },
          headers: keyFor(comment),
          body: comment,
        }),
      ),
    onSuccess: (comment) =>
      patchComments(queryClient, address, (comments) => [...comments, comment], 1),
  });
}

export function useEditComment(address: PostAddress, id: number) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: string) =>
      unwrap(client.PUT('/comments/{id}', { params: { path: { id } }, body: { body } })),
    onSuccess: (comment) =>
      patchComments(queryClient, address, (comments) =>
        comments.map((one) => (one.id === id ? comment : one)),
      ),
  });
}

const never = { allowed: false, reason: '' };

/** A deleted comment keeps its place while it has replies, without its text and its author. */
function withoutComment(comments: Comment[], id: number): Comment[] {
  const isAnswered = (one: Comment) => comments.some((other) => other.parentId === one.id);
  const kept = comments.flatMap((one) => {
    if (one.id !== id) return [one];
    const can = {
      edit: never,
      delete: never,
      history: never,
      vote: never,
      convert: never,
      flag: never,
    };
    const gone = { deleted: true, body: '', html: '', score: 0, author: null, authorName: '', can };
    return isAnswered(one) ? [{ ...one, ...gone }] : [];
  });
  return kept.filter((one) => !one.deleted || kept.some((other) => other.parentId === one.id));
}

export function useDeleteComment(address: PostAddress, id: number) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(client.DELETE('/comments/{id}', { params: { path: { id } } })),
    onSuccess: () =>
      patchComments(queryClient, address, (comments) => withoutComment(comments, id), -1),
  });
}

/** Comments are voted up only; a second press withdraws. It shows at once. */
export function useVoteComment(
  address: PostAddress,
  id: number,
  onRefused: (error: unknown) => void,
) {
  const queryClient = useQueryClient();
  const show = (change: (comment: Comment) => Comment) =>
    patchComments(queryClient, address, (comments) =>
      comments.map((one) => (one.id === id ? change(one) : one)),
    );
  const step = (myVote: 0 | 1) =>
    show((comment) => ({ ...comment, myVote, score: comment.score + myVote - comment.myVote }));
  return useMutation({
    scope: { id: `comment-vote-${id}` },
    mutationFn: (vote: 0 | 1) => {
      const params = { path: { id } };
      return unwrap(
        vote === 1
          ? client.PUT('/comments/{id}/vote', { params })
          : client.DELETE('/comments/{id}/vote', { params }),
      );
    },
    onMutate: step,
    onError: (error, vote) => {
      step(vote === 1 ? 0 : 1);
      onRefused(error);
    },
    onSuccess: ({ score, myVote }) => show((comment) => ({ ...comment, score, myVote })),
  });
}
