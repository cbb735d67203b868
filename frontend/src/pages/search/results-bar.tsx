import { Plural, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { linkOptions } from '@tanstack/react-router';
import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import type { SearchResult } from '@/api/search';
import { narrowed, type SearchAddress, searchSorts } from '@/features/search/search-address';
import { SegmentedLinks } from '@/ui/segmented-links';
import classes from './results-bar.module.css';

interface ResultsBarProps {
  address: SearchAddress;
  result: SearchResult | undefined;
  /** Where they have no room beside the results: opened by a button, above them. */
  facets: ReactNode;
}

/** How much was found, in which order it stands, and on a narrow screen what could narrow it. */
export function ResultsBar({ address, result, facets }: ResultsBarProps) {
  const { t } = useLingui();
  const panel = useId();
  const [opened, setOpened] = useState(false);
  const labels = { relevance: t`Relevance`, newest: t`Newest`, votes: t`Most voted` };
  return (
    <>
      <div className={classes.bar}>
        <p className={classes.count} role="status">
          {result ? <Plural value={result.total} one="# result" other="# results" /> : '\u00a0'}
        </p>
        {facets ? (
          <Button
            variant="default"
            size="xs"
            leftSection={<SlidersHorizontal size={14} aria-hidden />}
            aria-expanded={opened}
            aria-controls={opened ? panel : undefined}
            onClick={() => setOpened((shown) => !shown)}
          >{t`Filters`}</Button>
        ) : null}
        <SegmentedLinks
          label={t`Order of the results`}
          segments={searchSorts.map((sort) => ({
            label: labels[sort],
            active: sort === (address.sort ?? 'relevance'),
            link: linkOptions({
              to: '/search',
              search: narrowed(address, { sort }),
            }),
          }))}
        />
      </div>
      {facets && opened ? (
        <section id={panel} className={classes.facets} aria-label={t`Filters`}>
          {facets}
        </section>
      ) : null}
    </>
  );
}
