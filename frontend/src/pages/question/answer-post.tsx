import { Trans, useLingui } from '@lingui/react/macro';
import { Trash2 } from 'lucide-react';
import { Suspense } from 'react';
import type { Answer, Question } from '@/api/types';
import { Comments } from '@/features/comments/comments';
import { AcceptMark } from '@/features/question/accept-mark';
import { AcceptedFrame } from '@/features/question/accepted-frame';
import { BountyMark } from '@/features/question/bounty-mark';
import { ConvertAnswer } from '@/features/question/convert-answer';
import { DeleteAction } from '@/features/question/delete-action';
import { EditAction } from '@/features/question/edit-action';
import { PostLayout } from '@/features/question/post-layout';
import { PostPeople } from '@/features/question/post-people';
import { PostVote } from '@/features/question/post-vote';
import { Said } from '@/features/question/said';
import { SaveMark } from '@/features/saves/save-mark';
import { ShareAction } from '@/features/share/share-action';
import { lazyPart } from '@/lib/lazy';
import { Notice } from '@/ui/notice';
import { RelativeTime } from '@/ui/relative-time';
import { RichText } from '@/ui/rich-text';
import { AwardBounty } from './bounty-actions';
import { FlagAction, flagComment } from './flag-action';

const SuggestionNotice = lazyPart(
  () => import('@/features/suggestions/suggestion-notice'),
  'SuggestionNotice',
);

interface AnswerPostProps {
  question: Question;
  answer: Answer;
}

export function AnswerPost({ question, answer }: AnswerPostProps) {
  const { t } = useLingui();
  const { id, html, accepted, author, authorName, createdAt, deletedAt, can } = answer;
  const name = author?.name ?? authorName;
  const time = <RelativeTime value={createdAt} />;
  return (
    <AcceptedFrame accepted={accepted}>
      {deletedAt ? (
        <Notice
          kind="deleted"
          icon={<Trash2 size={17} aria-hidden />}
          title={t`This answer is deleted`}
        >
          <p>{t`Only its author and moderators still see it.`}</p>
          <Said note={answer.deletedNote} />
        </Notice>
      ) : null}
      {answer.suggestion ? (
        <Suspense>
          <SuggestionNotice suggestion={answer.suggestion} kind="answer" />
        </Suspense>
      ) : null}
      <PostLayout
        id={id}
        anchor={`answer-${id}`}
        label={accepted ? t`Accepted answer by ${name}` : t`Answer by ${name}`}
        deleted={deletedAt !== null}
        side={
          <PostVote questionId={question.id} post={answer}>
            <AcceptMark answer={answer} acceptedAnswerId={question.acceptedAnswerId} />
            <BountyMark amount={answer.bounty} />
            <SaveMark address={{ questionId: question.id, postId: id }} saved={answer.saved} />
          </PostVote>
        }
        actions={
          <>
            <ShareAction question={question} answer={answer} />
            <EditAction kind="answer" id={id} can={can} />
            <AwardBounty answer={answer} amount={question.bounty?.amount} />
            <ConvertAnswer answer={answer} />
            <FlagAction target={{ kind: 'post', id }} permission={can.flag} />
            <DeleteAction questionId={question.id} post={answer} />
          </>
        }
        people={
          <PostPeople
            post={answer}
            did={<Trans comment="follows a name; the placeholder is a time">answered {time}</Trans>}
          />
        }
        comments={
          <Comments
            address={{ questionId: question.id, postId: id }}
            space={question.space.slug}
            comments={answer.comments}
            count={answer.commentCount}
            canComment={can.comment}
            label={t`Comments on the answer by ${name}`}
            flag={flagComment}
          />
        }
      >
        <RichText html={html} />
      </PostLayout>
    </AcceptedFrame>
  );
}
