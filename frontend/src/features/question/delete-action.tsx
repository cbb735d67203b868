import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { useDeletion } from '@/api/posts';
import type { Answer, Question } from '@/api/types';
import { TextAction } from '@/ui/text-action';
import { toast } from '@/ui/toast';
import { useRefusal } from '@/ui/use-refusal';

const ConfirmDialog = lazy(() =>
  import('@/ui/confirm-dialog').then((module) => ({ default: module.ConfirmDialog })),
);

interface DeleteActionProps {
  questionId: number;
  post: Question | Answer;
}

/** Delete or undelete, whichever the server allows; nothing where it allows neither. */
export function DeleteAction({ questionId, post }: DeleteActionProps) {
  const { t } = useLingui();
  const refused = useRefusal();
  const [asking, setAsking] = useState(false);
  const deletion = useDeletion({ questionId, postId: post.id });
  const isQuestion = post.id === questionId;

  const set = (deleted: boolean) =>
    deletion.mutate(deleted, {
      onSuccess: () => {
        setAsking(false);
        toast.done(deleted ? t`Deleted. You can still undelete it.` : t`It is back.`);
      },
      onError: (error) => {
        setAsking(false);
        refused(error);
      },
    });

  if (post.can.undelete.allowed) {
    return <TextAction data-key="x" onClick={() => set(false)}>{t`Undelete`}</TextAction>;
  }
  if (!post.can.delete.allowed) return null;
  return (
    <>
      <TextAction data-key="x" onClick={() => setAsking(true)}>{t`Delete`}</TextAction>
      {asking ? (
        <Suspense>
          <ConfirmDialog
            opened
            danger
            title={isQuestion ? t`Delete this question?` : t`Delete this answer?`}
            action={isQuestion ? t`Delete question` : t`Delete answer`}
            busy={deletion.isPending}
            onConfirm={() => set(true)}
            onClose={() => setAsking(false)}
          >
            {isQuestion
              ? t`Readers will no longer see the question, its answers and its comments. You can undelete it at any time.`
              : t`Readers will no longer see the answer and its comments. You can undelete it at any time.`}
          </ConfirmDialog>
        </Suspense>
      ) : null}
    </>
  );
}
