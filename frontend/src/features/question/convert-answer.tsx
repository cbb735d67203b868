import { useLingui } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import type { Answer } from '@/api/types';
import { lazyPart } from '@/lib/lazy';
import { TextAction } from '@/ui/text-action';

const ConvertDialog = lazyPart(() => import('./convert-dialog'), 'ConvertDialog');

/** For its author and moderators: what does not answer the question shall stand as a comment on it. */
export function ConvertAnswer({ answer }: { answer: Answer }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  if (!answer.can.convert.allowed) return null;
  return (
    <>
      <TextAction onClick={() => setAsking(true)}>{t`Make it a comment`}</TextAction>
      <Suspense>
        {asking ? <ConvertDialog answer={answer} onClose={() => setAsking(false)} /> : null}
      </Suspense>
    </>
  );
}
