import { useLingui } from '@lingui/react/macro';
import { CircleCheck, CircleHelp, Coins, Tag } from 'lucide-react';
import type { QuestionView } from '@/api/questions';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState } from '@/ui/states';

/** Why a view has no question, and what one can do about it. */
export function QuestionsEmpty({ view }: { view: QuestionView | undefined }) {
  const { t } = useLingui();
  if (view === 'unanswered') {
    return (
      <EmptyState
        icon={<CircleCheck size={28} />}
        title={t`Every question has an answer`}
        action={<ButtonLink to="/questions" variant="default">{t`All questions`}</ButtonLink>}
      >
        {t`Nobody is waiting at the moment. New questions appear here until somebody answers them.`}
      </EmptyState>
    );
  }
  if (view === 'bounty') {
    return (
      <EmptyState
        icon={<Coins size={28} />}
        title={t`No question has a bounty`}
        action={
          <ButtonLink to="/questions" search={{ view: 'unanswered' }} variant="default">
            {t`Unanswered questions`}
          </ButtonLink>
        }
      >
        {t`When a question still waits after 2 days, offer part of your reputation there for a good answer.`}
      </EmptyState>
    );
  }
  if (view === 'watched') {
    return (
      <EmptyState
        icon={<Tag size={28} />}
        title={t`No questions in the tags you watch`}
        action={<ButtonLink to="/tags" variant="default">{t`Choose tags to watch`}</ButtonLink>}
      >
        {t`Watch the topics you know about or work with, and their questions are gathered here.`}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<CircleHelp size={28} />}
      title={view === 'mine' ? t`You have not asked anything yet` : t`No questions here yet`}
      action={<ButtonLink to="/questions/ask" variant="default">{t`Ask a question`}</ButtonLink>}
    >
      {t`A question takes a minute, and the answer helps everyone who has it after you.`}
    </EmptyState>
  );
}
