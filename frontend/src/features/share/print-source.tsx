import { useLingui } from '@lingui/react/macro';
import type { Question } from '@/api/types';
import { shortLink } from './short-link';

/** The last line on paper: where the page was printed from, and so where to look for news. */
export function PrintSource({ question }: { question: Question }) {
  const { t } = useLingui();
  const link = shortLink(question.id);
  return <p data-print="only">{t`Printed from ${link}`}</p>;
}
