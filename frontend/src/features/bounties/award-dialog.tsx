import { Trans, useLingui } from '@lingui/react/macro';
import { useAwardBounty } from '@/api/bounties';
import type { Answer } from '@/api/types';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { toast } from '@/ui/toast';
import { useRefusal } from '@/ui/use-refusal';

interface AwardDialogProps {
  answer: Answer;
  amount: number;
  onClose: () => void;
}

/** Asks whether an answer shall get the bounty, which cannot be taken back. */
export function AwardDialog({ answer, amount, onClose }: AwardDialogProps) {
  const { t } = useLingui();
  const refused = useRefusal();
  const award = useAwardBounty(answer.questionId);
  const name = answer.author?.name ?? answer.authorName;
  const confirm = () =>
    award.mutate(answer.id, {
      onSuccess: () => toast.done(t`${name} has your bounty.`),
      onError: refused,
      onSettled: onClose,
    });
  return (
    <ConfirmDialog
      opened
      title={t`Award the bounty to this answer?`}
      action={t`Award bounty`}
      busy={award.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Trans>
        {name} gets all {amount} reputation, and the bounty ends. That cannot be taken back.
      </Trans>
    </ConfirmDialog>
  );
}
