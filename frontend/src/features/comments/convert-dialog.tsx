import { useLingui } from '@lingui/react/macro';
import { useMakeAnswer } from '@/api/conversions';
import type { Comment } from '@/api/types';
import { ApiProblem } from '@/lib/problem';
import { ConvertForm } from '@/ui/convert-form';
import { toast } from '@/ui/toast';

interface ConvertDialogProps {
  questionId: number;
  comment: Comment;
  onClose: () => void;
}

/** Asks whether a comment shall become an answer, and again where its author has answered already. */
export function ConvertDialog({ questionId, comment, onClose }: ConvertDialogProps) {
  const { t } = useLingui();
  const make = useMakeAnswer(questionId, comment.id);
  const second = make.error instanceof ApiProblem && make.error.code === 'second-answer';
  const { authorName } = comment;
  return (
    <ConvertForm
      title={t`Make this comment an answer?`}
      action={second ? t`Make it a second answer` : t`Make it an answer`}
      busy={make.isPending}
      error={make.error}
      onConfirm={(note) =>
        make.mutate(
          { note, confirmSecond: second },
          {
            onSuccess: () => {
              toast.done(t`The comment is an answer now.`);
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      {t`It becomes an answer by ${authorName}, from when it was written. Replies to it become comments on the answer; votes for the comment do not count for it.`}
    </ConvertForm>
  );
}
