import { formatNumber } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';

/** A number in the reader's notation, with digits of one width. */
export function NumberText({ value }: { value: number }) {
  const language = useLanguage();
  return (
    <span style={{ fontVariantNumeric: 'tabular-nums' }}>{formatNumber(value, language)}</span>
  );
}
