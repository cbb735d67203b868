import { useLingui } from '@lingui/react';
import { isLanguage, type Language } from './i18n';

/** The language the page is shown in; components that use it follow a switch at once. */
export function useLanguage(): Language {
  const { i18n } = useLingui();
  return isLanguage(i18n.locale) ? i18n.locale : 'en';
}
