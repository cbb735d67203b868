import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, unwrap } from './client';
import { type PostAddress, patchPost, questionKey } from './question-cache';

export type VoteValue = -1 | 0 | 1;

/** A vote as one of its three values. */
export function voteOf({ myVote }: { myVote: number }): VoteValue {
  if (myVote === 0) return 0;
  return myVote > 0 ? 1 : -1;
}

function voteKey(postId: number) {
  return ['vote', postId] as const;
}

interface Press {
  /** The vote that the screen showed when the arrow was pressed. */
  from: VoteValue;
  to: VoteValue;
}

/**
 * Casts, changes or (0) withdraws a vote. It shows at once and is undone when the server refuses.
 * Quick presses are sent one after the other, and only the last answer is believed.
 */
export function useVote(address: PostAddress, onRefused: (error: unknown) => void) {
  const queryClient = useQueryClient();
  const { questionId, postId } = address;
  const isLast = () => queryClient.isMutating({ mutationKey: voteKey(postId) }) === 1;
  const show = ({ from, to }: Press) =>
    patchPost(queryClient, address, (post) => ({
      ...post,
      myVote: to,
      score: post.score + to - from,
    }));
  return useMutation({
    mutationKey: voteKey(postId),
    scope: { id: `vote-${postId}` },
    mutationFn: ({ to }: Press) => {
      const params = { path: { id: postId } };
      const request =
        to === 0
          ? client.DELETE('/posts/{id}/vote', { params })
          : client.PUT('/posts/{id}/vote', { params, body: { value: to } });
      return unwrap(request);
    },
    onMutate: async (press) => {
      await queryClient.cancelQueries({ queryKey: questionKey(questionId) });
      show(press);
    },
    onError: (error, { from, to }) => {
      if (isLast()) show({ from: to, to: from });
      else void queryClient.invalidateQueries({ queryKey: questionKey(questionId) });
      onRefused(error);
    },
    onSuccess: ({ score, upCount, downCount, ...result }) => {
      if (!isLast()) return;
      const myVote = voteOf(result);
      patchPost(queryClient, address, (post) => ({ ...post, score, upCount, downCount, myVote }));
    },
  });
}
