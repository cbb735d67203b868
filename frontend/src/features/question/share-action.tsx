import { useLingui } from '@lingui/react/macro';
import { Link as LinkIcon } from 'lucide-react';
import { copyText } from '@/lib/copy-text';
import { TextAction } from '@/ui/text-action';
import { toast } from '@/ui/toast';

interface ShareActionProps {
  questionId: number;
  /** The answer that the link should lead to. */
  answerId?: number;
}

/** Copies a short link; the address completes itself when it is opened. */
export function ShareAction({ questionId, answerId }: ShareActionProps) {
  const { t } = useLingui();
  const share = async () => {
    const place = answerId ? `#answer-${answerId}` : '';
    const link = `${window.location.origin}/questions/${questionId}${place}`;
    if (await copyText(link)) toast.done(t`The link is copied.`);
    else toast.info(t`Copying is not possible here. The link is ${link}`);
  };
  return (
    <TextAction onClick={() => void share()}>
      <LinkIcon size={14} aria-hidden />
      {t`Share`}
    </TextAction>
  );
}
