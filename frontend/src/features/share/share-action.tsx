import { useLingui } from '@lingui/react/macro';
import { Share2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { Answer, Question } from '@/api/types';
import { lazyPart } from '@/lib/lazy';
import { TextAction } from '@/ui/text-action';

const ShareMenu = lazyPart(() => import('./share-menu'), 'ShareMenu');

interface ShareActionProps {
  question: Question;
  /** The answer to share; the question itself without one. */
  answer?: Answer;
}

/** Opens the ways to pass a post on; they come when they are asked for. */
export function ShareAction({ question, answer }: ShareActionProps) {
  const { t } = useLingui();
  const [wanted, setWanted] = useState(false);
  const button = (
    <TextAction aria-haspopup="menu" data-key="l" onClick={() => setWanted(true)}>
      <Share2 size={14} aria-hidden />
      {t`Share`}
    </TextAction>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <ShareMenu question={question} answer={answer}>
        {button}
      </ShareMenu>
    </Suspense>
  );
}
