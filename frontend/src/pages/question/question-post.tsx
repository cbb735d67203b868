import { Trans, useLingui } from '@lingui/react/macro';
import type { Question } from '@/api/types';
import { Comments } from '@/features/comments/comments';
import { ModerateActions } from '@/features/moderation/moderate-actions';
import { DeleteAction } from '@/features/question/delete-action';
import { EditAction } from '@/features/question/edit-action';
import { FollowQuestion } from '@/features/question/follow-question';
import { Origin } from '@/features/question/origin';
import { PostLayout } from '@/features/question/post-layout';
import { PostPeople } from '@/features/question/post-people';
import { PostVote } from '@/features/question/post-vote';
import { SaveMark } from '@/features/saves/save-mark';
import { ShareAction } from '@/features/share/share-action';
import { RelativeTime } from '@/ui/relative-time';
import { RichText } from '@/ui/rich-text';
import { TagList } from '@/ui/tag-chip';
import { OfferBounty } from './bounty-actions';
import { FlagAction, flagComment } from './flag-action';

export function QuestionPost({ question }: { question: Question }) {
  const { t } = useLingui();
  const { id, html, tags, createdAt, comments, commentCount, can, deletedAt, imported } = question;
  const time = <RelativeTime value={createdAt} />;
  return (
    <PostLayout
      id={id}
      anchor="question"
      label={t`Question`}
      deleted={deletedAt !== null}
      side={
        <PostVote questionId={id} post={question}>
          <SaveMark address={{ questionId: id, postId: id }} saved={question.saved} />
        </PostVote>
      }
      actions={
        <>
          <ShareAction question={question} />
          <EditAction kind="question" id={id} can={can} />
          <ModerateActions question={question} />
          <OfferBounty question={question} />
          <FlagAction target={{ kind: 'post', id }} permission={can.flag} />
          <DeleteAction questionId={id} post={question} />
          {imported ? <Origin {...imported} /> : null}
          <FollowQuestion question={question} />
        </>
      }
      people={
        <PostPeople
          post={question}
          did={<Trans comment="follows a name; the placeholder is a time">asked {time}</Trans>}
        />
      }
      comments={
        <Comments
          address={{ questionId: id, postId: id }}
          space={question.space.slug}
          comments={comments}
          count={commentCount}
          canComment={can.comment}
          label={t`Comments on the question`}
          flag={flagComment}
        />
      }
    >
      {html ? <RichText html={html} /> : null}
      <TagList tags={tags} label={t`Tags`} />
    </PostLayout>
  );
}
