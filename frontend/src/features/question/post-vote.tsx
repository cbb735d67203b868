import { useLingui } from '@lingui/react/macro';
import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { History } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Answer, Question } from '@/api/types';
import { useVote, voteOf } from '@/api/votes';
import { useRefusal } from '@/ui/use-refusal';
import { VoteControl } from '@/ui/vote-control';
import classes from './post-layout.module.css';

interface PostVoteProps {
  questionId: number;
  post: Question | Answer;
  /** Between the arrows and the history. */
  children?: ReactNode;
}

export function PostVote({ questionId, post, children }: PostVoteProps) {
  const refused = useRefusal();
  const vote = useVote({ questionId, postId: post.id }, refused);
  const myVote = voteOf(post);
  return (
    <VoteControl
      score={post.score}
      myVote={myVote}
      canVoteUp={post.can.voteUp}
      canVoteDown={post.can.voteDown}
      onVote={(to) => vote.mutate({ from: myVote, to })}
    >
      {children}
      {post.revisionCount > 1 ? <HistoryLink postId={post.id} /> : null}
    </VoteControl>
  );
}

function HistoryLink({ postId }: { postId: number }) {
  const { t } = useLingui();
  return (
    <Tooltip label={t`All versions`} position="right">
      <Link
        to="/posts/$id/revisions"
        params={{ id: String(postId) }}
        className={classes.sideAction}
        aria-label={t`All versions`}
        data-key="h"
      >
        <History size={17} aria-hidden />
      </Link>
    </Tooltip>
  );
}
