import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ThresholdPreview } from '@/api/privileges';
import { formatNumber } from '@/lib/format';
import type { FieldError } from '@/lib/problem';
import { useLanguage } from '@/lib/use-language';
import { errorOf, fieldId } from '@/ui/form-errors';
import { NumberText } from '@/ui/number';
import classes from './threshold-form.module.css';
import type { ThresholdTexts } from './threshold-texts';
import { usePrivilegeWords } from './use-privilege-words';

type Reach = ThresholdPreview['items'][number];

/** The name under which the server refuses a privilege's threshold. */
export function thresholdField(key: string): string {
  return `thresholds.${key}`;
}

interface ThresholdTableProps {
  preview: ThresholdPreview;
  /** The figures are of what was chosen before. */
  stale: boolean;
  /** What stands in the fields; undefined under a preset, which has figures of its own. */
  texts: ThresholdTexts | undefined;
  errors: FieldError[];
  onChange: (key: string, text: string) => void;
}

export function ThresholdTable({ preview, stale, texts, errors, onChange }: ThresholdTableProps) {
  const { t } = useLingui();
  return (
    <table
      className={classes.table}
      aria-busy={stale}
      aria-label={t`Who would have each privilege`}
    >
      <thead>
        <tr>
          <th scope="col">{t`Privilege`}</th>
          <th scope="col" className={classes.figure}>{t`Needs`}</th>
          <th scope="col" className={classes.figure}>{t`People`}</th>
        </tr>
      </thead>
      <tbody>
        {preview.items.map((reach) => (
          <Row key={reach.key} reach={reach}>
            {texts ? (
              <TextInput
                id={fieldId('thresholds', thresholdField(reach.key))}
                aria-labelledby={nameId(reach)}
                inputMode="numeric"
                maxLength={7}
                value={texts[reach.key] ?? ''}
                onChange={(event) => onChange(reach.key, event.currentTarget.value)}
                error={errorOf(errors, thresholdField(reach.key)) !== undefined}
                classNames={{ input: classes.input }}
              />
            ) : (
              <NumberText value={reach.threshold} />
            )}
          </Row>
        ))}
      </tbody>
    </table>
  );
}

function nameId({ key }: Reach): string {
  return `threshold-name-${key}`;
}

function Row({ reach, children }: { reach: Reach; children: ReactNode }) {
  const words = usePrivilegeWords();
  const now = formatNumber(reach.holdersNow, useLanguage());
  return (
    <tr>
      <th scope="row" id={nameId(reach)}>
        {words(reach).name}
      </th>
      <td className={classes.figure}>{children}</td>
      <td className={classes.figure}>
        <b>
          <NumberText value={reach.holders} />
        </b>
        {reach.holders === reach.holdersNow ? null : (
          <span className={classes.now}>
            <Trans>now {now}</Trans>
          </span>
        )}
      </td>
    </tr>
  );
}
