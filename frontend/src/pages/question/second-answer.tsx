import { useLingui } from '@lingui/react/macro';
import type { Answer } from '@/api/types';
import { ConfirmDialog } from '@/ui/confirm-dialog';
import { TextLink } from '@/ui/text-action';

interface SecondAnswerProps {
  /** The server's words. */
  reason: string;
  mine: Answer | undefined;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** One person gives one answer, as a rule; a second one is asked about. */
export function SecondAnswer({ reason, mine, busy, onConfirm, onClose }: SecondAnswerProps) {
  const { t } = useLingui();
  return (
    <ConfirmDialog
      opened
      title={t`Post a second answer?`}
      action={t`Post a second answer`}
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{reason}</p>
      {mine ? (
        <TextLink to="/answers/$id/edit" params={{ id: String(mine.id) }}>
          {t`Edit my answer instead`}
        </TextLink>
      ) : null}
    </ConfirmDialog>
  );
}
