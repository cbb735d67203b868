import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Answer, Question } from '@/api/types';
import { RelativeTime } from '@/ui/relative-time';
import { PostPerson } from './post-person';

interface PostPeopleProps {
  post: Question | Answer;
  /** What the author did and when: "asked 18 Nov 2026". */
  did: ReactNode;
}

/** The author, and whoever else edited the post last. */
export function PostPeople({ post, did }: PostPeopleProps) {
  const { author, authorName, editor, editedAt } = post;
  const time = editedAt ? <RelativeTime value={editedAt} /> : null;
  return (
    <>
      {editor && time && editor.id !== author?.id ? (
        <PostPerson
          person={editor}
          fallback=""
          did={<Trans comment="follows a name; the placeholder is a time">edited {time}</Trans>}
        />
      ) : null}
      <PostPerson person={author} fallback={authorName} did={did} />
    </>
  );
}
