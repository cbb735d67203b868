import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { spacesQuery } from '@/api/spaces';
import { formatDate } from '@/lib/format';
import { useLanguage } from '@/lib/use-language';
import classes from './active-filters.module.css';
import {
  chosen,
  type Narrowing,
  narrowing,
  type SearchAddress,
  toggled,
  widened,
} from './search-address';
import { useKindLabels, useStateLabels } from './use-labels';

/** What the results are narrowed to; each narrowing can be taken back. */
export function ActiveFilters({ address }: { address: SearchAddress }) {
  const { t } = useLingui();
  const words = useFilterWords();
  const active = narrowing.flatMap((name) =>
    chosen(address, name).map((value) => ({ name, value })),
  );
  if (active.length === 0) return null;
  return (
    <ul className={classes.filters} aria-label={t`Filters in use`}>
      {active.map(({ name, value }) => {
        const text = words[name](value);
        return (
          <li key={`${name} ${value}`}>
            <Link
              to="/search"
              search={toggled(address, name, value)}
              className={classes.filter}
              aria-label={t`Remove the filter ${text}`}
              activeProps={{}}
              activeOptions={{ exact: true }}
            >
              {text}
              <X size={14} aria-hidden />
            </Link>
          </li>
        );
      })}
      {active.length > 1 ? (
        <li>
          <Link
            to="/search"
            search={widened(address)}
            className={classes.clear}
            activeProps={{}}
            activeOptions={{ exact: true }}
          >
            {t`Remove all filters`}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

function useFilterWords(): Record<Narrowing, (value: string) => string> {
  const { t } = useLingui();
  const language = useLanguage();
  const kinds: Partial<Record<string, string>> = useKindLabels();
  const states: Partial<Record<string, string>> = useStateLabels();
  const { data } = useQuery(spacesQuery);
  const day = (value: string) =>
    Number.isNaN(Date.parse(value)) ? value : formatDate(value, language);
  return {
    kind: (value) => kinds[value] ?? value,
    state: (value) => states[value] ?? value,
    space: (value) => data?.items.find(({ slug }) => slug === value)?.name ?? value,
    tag: (value) => t`Tag ${value}`,
    author: (value) => t`By ${value}`,
    from: (value) => t`From ${day(value)}`,
    to: (value) => t`Until ${day(value)}`,
  };
}
