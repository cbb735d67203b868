import { useLingui } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import { useMe } from '@/api/me';
import { useDeletion } from '@/api/posts';
import type { Answer, Question } from '@/api/types';
import { lazyPart } from '@/lib/lazy';
import { TextAction } from '@/ui/text-action';
import { toast } from '@/ui/toast';
import { useRefusal } from '@/ui/use-refusal';

const DeleteDialog = lazyPart(() => import('./delete-dialog'), 'DeleteDialog');

interface DeleteActionProps {
  questionId: number;
  post: Question | Answer;
}

/** Delete or undelete, whichever the server allows; nothing where it allows neither. */
export function DeleteAction({ questionId, post }: DeleteActionProps) {
  const { t } = useLingui();
  const me = useMe();
  const refused = useRefusal();
  const [asking, setAsking] = useState(false);
  const deletion = useDeletion({ questionId, postId: post.id });

  const set = (deleted: boolean, note = '') =>
    deletion.mutate(
      { deleted, note },
      {
        onSuccess: () => {
          setAsking(false);
          toast.done(deleted ? t`Deleted. You can still undelete it.` : t`It is back.`);
        },
        onError: (error) => {
          setAsking(false);
          refused(error);
        },
      },
    );

  if (post.can.undelete.allowed) {
    return <TextAction data-key="x" onClick={() => set(false)}>{t`Undelete`}</TextAction>;
  }
  if (!post.can.delete.allowed) return null;
  return (
    <>
      <TextAction data-key="x" onClick={() => setAsking(true)}>{t`Delete`}</TextAction>
      {asking ? (
        <Suspense>
          <DeleteDialog
            kind={post.id === questionId ? 'question' : 'answer'}
            foreign={post.author?.id !== me?.id}
            busy={deletion.isPending}
            onConfirm={(note) => set(true, note)}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
