import { useLingui } from '@lingui/react/macro';
import { type MouseEvent, Suspense, useRef, useState } from 'react';
import type { Question } from '@/api/types';
import { lazyPart } from '@/lib/lazy';
import { TextAction } from '@/ui/text-action';

const CloseDialog = lazyPart(() => import('./close-dialog'), 'CloseDialog');
const ReopenDialog = lazyPart(() => import('./reopen-dialog'), 'ReopenDialog');
const MergeDialog = lazyPart(() => import('./merge-dialog'), 'MergeDialog');
const MarksDialog = lazyPart(() => import('./marks-dialog'), 'MarksDialog');

type Dialog = 'close' | 'reopen' | 'merge' | 'marks';

/** Close or reopen, and for moderators merge, lock, pin and protect; nothing where the server allows none. */
export function ModerateActions({ question }: { question: Question }) {
  const { t } = useLingui();
  const [opened, setOpened] = useState<Dialog | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const { can, closeVotes } = question;
  const open = (dialog: Dialog) => (event: MouseEvent<HTMLButtonElement>) => {
    opener.current = event.currentTarget;
    setOpened(dialog);
  };
  const done = () => {
    setOpened(null);
    // What a dialog has done may have taken the button away that opened it.
    const button = opener.current;
    if (button?.isConnected) button.focus();
    else document.getElementById('question')?.focus();
  };
  const votes = closeVotes.count > 0 ? ` (${closeVotes.count}/${closeVotes.needed})` : '';
  return (
    <>
      {can.close.allowed ? (
        <TextAction onClick={open('close')}>
          {t`Close`}
          {closeVotes.needed > 1 ? votes : null}
        </TextAction>
      ) : null}
      {can.reopen.allowed ? (
        <TextAction onClick={open('reopen')}>
          {t`Reopen`}
          {closeVotes.needed > 1 ? votes : null}
        </TextAction>
      ) : null}
      {can.mark.allowed ? (
        <>
          <TextAction onClick={open('merge')}>{t`Merge`}</TextAction>
          <TextAction onClick={open('marks')}>{t`Moderate`}</TextAction>
        </>
      ) : null}
      <Suspense>
        {opened === 'close' ? <CloseDialog question={question} onClose={done} /> : null}
        {opened === 'reopen' ? <ReopenDialog question={question} onClose={done} /> : null}
        {opened === 'merge' ? <MergeDialog question={question} onClose={done} /> : null}
        {opened === 'marks' ? <MarksDialog question={question} onClose={done} /> : null}
      </Suspense>
    </>
  );
}
