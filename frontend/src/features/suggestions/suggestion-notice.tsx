import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { PencilLine } from 'lucide-react';
import type { Question } from '@/api/types';
import { Notice } from '@/ui/notice';

interface SuggestionNoticeProps {
  suggestion: NonNullable<Question['suggestion']>;
  kind: 'question' | 'answer';
}

/** Leads those who may decide, and whoever suggested it, to the edit that waits at a post. */
export function SuggestionNotice({ suggestion, kind }: SuggestionNoticeProps) {
  const { t } = useLingui();
  const title = suggestion.mine
    ? t`The edit that you suggested waits for a decision`
    : kind === 'question'
      ? t`A suggested edit of this question waits for your decision`
      : t`A suggested edit of this answer waits for your decision`;
  return (
    <Notice icon={<PencilLine size={17} aria-hidden />} title={title}>
      <p>
        <Link to="/suggestions/$id" params={{ id: String(suggestion.id) }}>
          {suggestion.mine ? t`See what you suggested` : t`See what would change`}
        </Link>
      </p>
    </Notice>
  );
}
