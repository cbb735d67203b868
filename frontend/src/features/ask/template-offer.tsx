import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LayoutTemplate } from 'lucide-react';
import { offeredTemplatesQuery } from '@/api/templates';
import classes from './ask.module.css';

interface TemplateOfferProps {
  space: string;
  tags: string[];
  onUse: (body: string) => void;
}

/** Where nothing is written yet: the templates of the chosen space and tags. */
export function TemplateOffer({ space, tags, onUse }: TemplateOfferProps) {
  const { t } = useLingui();
  const { data } = useQuery(offeredTemplatesQuery(space, tags));
  if (!data || data.items.length === 0) return null;
  return (
    <ul className={classes.templates} aria-label={t`Templates`}>
      {data.items.map(({ id, name, body, tag, spaceName }) => {
        const of = tag ?? spaceName ?? '';
        return (
          <li key={id} className={classes.template}>
            <LayoutTemplate size={16} aria-hidden />
            <span>
              <b>{name}</b> · {t`template of ${of}`}
            </span>
            <Button
              variant="default"
              size="xs"
              aria-label={t`Use the template ${name}`}
              onClick={() => onUse(body)}
            >{t`Use it`}</Button>
          </li>
        );
      })}
    </ul>
  );
}
