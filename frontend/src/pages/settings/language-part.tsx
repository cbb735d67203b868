import { LanguageChoice } from '@/features/settings/language-choice';

export function LanguagePart() {
  return <LanguageChoice />;
}
