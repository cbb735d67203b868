import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { Facet, Facets as FacetLists } from '@/api/search';
import { NumberText } from '@/ui/number';
import { Panel } from '@/ui/panel';
import classes from './facets.module.css';
import { chosen, type Narrowing, type SearchAddress, toggled } from './search-address';
import { useDateChoices } from './use-date-choices';
import { useKindLabels, useStateLabels } from './use-labels';

interface FacetsProps {
  address: SearchAddress;
  facets: FacetLists;
}

/** How many results each choice would leave. A choice that is taken can be taken back. */
export function Facets({ address, facets }: FacetsProps) {
  const { t } = useLingui();
  const kinds: Partial<Record<string, string>> = useKindLabels();
  const states: Partial<Record<string, string>> = useStateLabels();
  const dates = useDateChoices();
  return (
    <>
      <FacetPanel
        title={t`Kind`}
        name="kind"
        address={address}
        values={facets.kind.map((facet) => ({
          ...facet,
          label: kinds[facet.value] ?? facet.label,
        }))}
      />
      <FacetPanel
        title={t`State`}
        name="state"
        address={address}
        values={facets.state.map((facet) => ({
          ...facet,
          label: states[facet.value] ?? facet.label,
        }))}
      />
      <FacetPanel title={t`Space`} name="space" address={address} values={facets.space} />
      <FacetPanel title={t`Tag`} name="tag" address={address} values={facets.tag} />
      <FacetPanel title={t`Asked or answered`} name="from" address={address} values={dates} />
    </>
  );
}

interface FacetPanelProps {
  title: string;
  name: Narrowing;
  address: SearchAddress;
  values: (Omit<Facet, 'count'> & { count?: number })[];
}

const few = 8;

function FacetPanel({ title, name, address, values }: FacetPanelProps) {
  const { t } = useLingui();
  const [all, setAll] = useState(false);
  const hidden = values.length - few;
  if (values.length === 0) return null;
  return (
    <Panel title={title}>
      <ul className={classes.list}>
        {(all ? values : values.slice(0, few)).map(({ value, label, count }) => {
          const taken = chosen(address, name).includes(value);
          return (
            <li key={value}>
              <Link
                to="/search"
                search={toggled(address, name, value)}
                className={classes.choice}
                aria-current={taken ? 'true' : undefined}
                activeProps={{}}
                activeOptions={{ exact: true }}
              >
                <span className={classes.label}>{label}</span>
                {taken ? (
                  <X size={14} role="img" aria-label={t`Remove`} className={classes.remove} />
                ) : null}
                {count === undefined ? null : (
                  <span className={classes.count}>
                    <NumberText value={count} />
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
      {hidden > 0 && !all ? (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {t`Show ${hidden} more`}
        </button>
      ) : null}
    </Panel>
  );
}
