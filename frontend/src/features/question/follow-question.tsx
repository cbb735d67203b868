import { useLingui } from '@lingui/react/macro';
import { Bell, BellOff } from 'lucide-react';
import { useFollowQuestion } from '@/api/follows';
import { useMe } from '@/api/me';
import { TextAction } from '@/ui/text-action';
import { useRefusal } from '@/ui/use-refusal';

interface FollowQuestionProps {
  question: { id: number; following: boolean };
}

/** Below a question: whether one is told of new answers. */
export function FollowQuestion({ question: { id, following } }: FollowQuestionProps) {
  const { t } = useLingui();
  const me = useMe();
  const follow = useFollowQuestion(id);
  const refused = useRefusal();
  if (!me) return null;
  const Icon = following ? BellOff : Bell;
  return (
    <TextAction data-key="f" onClick={() => follow.mutate(!following, { onError: refused })}>
      <Icon size={14} aria-hidden />
      {following ? t`Stop following` : t`Follow`}
    </TextAction>
  );
}
