import { useLingui } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import type { Comment } from '@/api/types';
import { lazyPart } from '@/lib/lazy';
import { TextAction } from '@/ui/text-action';

const ConvertDialog = lazyPart(() => import('./convert-dialog'), 'ConvertDialog');

/** For its author and moderators: what answers the question shall stand as an answer. */
export function ConvertComment({ questionId, comment }: { questionId: number; comment: Comment }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  if (!comment.can.convert.allowed) return null;
  return (
    <>
      <TextAction onClick={() => setAsking(true)}>{t`Make it an answer`}</TextAction>
      <Suspense>
        {asking ? (
          <ConvertDialog
            questionId={questionId}
            comment={comment}
            onClose={() => setAsking(false)}
          />
        ) : null}
      </Suspense>
    </>
  );
}
