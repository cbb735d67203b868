import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Radio.layer.css';
import { Plural, useLingui } from '@lingui/react/macro';
import { Button, Radio } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Privileges, thresholdPreviewQuery, useChooseThresholds } from '@/api/privileges';
import { FormErrors } from '@/ui/form-errors';
import { ErrorState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useFormErrors } from '@/ui/use-form-errors';
import classes from './threshold-form.module.css';
import { ThresholdTable, thresholdField } from './threshold-table';
import { choiceOf, isThreshold, textsOf } from './threshold-texts';
import { presets, usePresetWords } from './use-preset-words';
import { usePrivilegeWords } from './use-privilege-words';

interface ThresholdFormProps {
  privileges: Privileges;
  onDone: () => void;
}

/** What privileges shall need, with how many people would have each one before it is saved. */
export function ThresholdForm({ privileges, onDone }: ThresholdFormProps) {
  const { t } = useLingui();
  const words = usePresetWords();
  const nameOf = usePrivilegeWords();
  const [preset, setPreset] = useState<string>(privileges.preset);
  const [texts, setTexts] = useState(() => textsOf(privileges.items));
  const [settled] = useDebouncedValue(texts, 300);
  const custom = preset === 'custom';
  const preview = useQuery({
    ...thresholdPreviewQuery(choiceOf(preset, settled)),
    enabled: !custom || Object.values(settled).every(isThreshold),
  });
  const choose = useChooseThresholds();
  const { errors, problem, passes } = useFormErrors(choose.error);

  const pick = (next: string) => {
    // Custom begins with the figures one was looking at.
    if (next === 'custom' && preview.data) setTexts(textsOf(preview.data.items));
    setPreset(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const inOrder = passes(
      ...privileges.items.map((privilege): [string, boolean, string] => {
        const { name } = nameOf(privilege);
        const fits = !custom || isThreshold(texts[privilege.key] ?? '');
        return [thresholdField(privilege.key), fits, t`${name}: a whole number from 0 to 100,000.`];
      }),
    );
    if (!inOrder || choose.isPending) return;
    choose.mutate(choiceOf(preset, texts), {
      onSuccess: () => {
        toast.done(t`The thresholds are saved and hold at once.`);
        onDone();
      },
    });
  };

  return (
    <form
      className={classes.form}
      onSubmit={submit}
      noValidate
      aria-label={t`What privileges need`}
    >
      <FormErrors form="thresholds" errors={errors} problem={problem} />
      <Radio.Group value={preset} onChange={pick} label={t`Thresholds`}>
        <div className={classes.presets}>
          {presets.map((name) => (
            <Radio
              key={name}
              value={name}
              label={words[name].name}
              description={words[name].about}
            />
          ))}
        </div>
      </Radio.Group>
      {preview.data ? (
        <ThresholdTable
          preview={preview.data}
          stale={preview.isPlaceholderData}
          texts={custom ? texts : undefined}
          errors={errors}
          onChange={(key, text) => setTexts({ ...texts, [key]: text })}
        />
      ) : null}
      {preview.isError && !preview.data ? (
        <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
      ) : null}
      <p className={classes.hint}>
        {preview.data ? (
          <Plural
            value={preview.data.people}
            one="# person can sign in."
            other="# people can sign in."
          />
        ) : null}{' '}
        {t`Moderators and administrators have every privilege. Choose again at any time to take a choice back.`}
      </p>
      <div className={classes.buttons}>
        <Button type="submit" loading={choose.isPending}>{t`Save the thresholds`}</Button>
        <Button variant="default" onClick={onDone}>{t`Cancel`}</Button>
      </div>
    </form>
  );
}
