import { useLingui } from '@lingui/react/macro';
import { useMakeComment } from '@/api/conversions';
import type { Answer } from '@/api/types';
import { ConvertForm } from '@/ui/convert-form';
import { toast } from '@/ui/toast';

interface ConvertDialogProps {
  answer: Answer;
  onClose: () => void;
}

/** Asks whether an answer shall become a comment on the question. */
export function ConvertDialog({ answer, onClose }: ConvertDialogProps) {
  const { t } = useLingui();
  const make = useMakeComment(answer.questionId, answer.id);
  const { authorName } = answer;
  return (
    <ConvertForm
      title={t`Make this answer a comment?`}
      action={t`Make it a comment`}
      busy={make.isPending}
      error={make.error}
      onConfirm={(note) =>
        make.mutate(note, {
          onSuccess: () => {
            toast.done(t`The answer is a comment now.`);
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      {t`It becomes a comment by ${authorName} on the question, and its comments become replies. What votes and acceptance had brought is taken back. Undelete the answer to undo this.`}
    </ConvertForm>
  );
}
