import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Radio.layer.css';
import { useLingui } from '@lingui/react/macro';
import { Radio } from '@mantine/core';
import { useMe, useUpdateMe } from '@/api/me';
import { isLanguage, languageNames, languages, setLanguage } from '@/lib/i18n';
import { useLanguage } from '@/lib/use-language';
import { Part } from '@/ui/part';
import { useRefusal } from '@/ui/use-refusal';
import classes from './choices.module.css';

/** Applies at once; a signed-in person's choice goes with the account. */
export function LanguageChoice() {
  const { t } = useLingui();
  const language = useLanguage();
  const me = useMe();
  const update = useUpdateMe();
  const refuse = useRefusal();
  const choose = (value: string) => {
    if (!isLanguage(value)) return;
    void setLanguage(value);
    if (me) update.mutate({ language: value }, { onError: refuse });
  };
  return (
    <Part
      title={t`Language`}
      hint={t`Of the pages and messages. Questions and answers stay as they were written.`}
    >
      <Radio.Group value={language} onChange={choose} aria-label={t`Language`}>
        <div className={classes.choices}>
          {languages.map((name) => (
            <Radio key={name} value={name} label={languageNames[name]} lang={name} />
          ))}
        </div>
      </Radio.Group>
    </Part>
  );
}
