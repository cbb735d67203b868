import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { linkOptions } from '@tanstack/react-router';
import { ArrowRight, PenLine } from 'lucide-react';
import { type SearchHit, type SearchResult, searchQuery } from '@/api/search';
import { useProblemText } from '@/ui/states';
import { EngineNotice } from './engine-notice';
import classes from './palette.module.css';
import { type Command, PaletteCommands } from './palette-commands';
import { PaletteHit } from './palette-hit';
import { PaletteOption } from './palette-option';
import { searchKinds } from './search-address';
import { useKindLabels } from './use-labels';
import type { Options } from './use-options';

/** Of all kinds together, and of each where there is more than one: none may crowd out the others. */
const wanted = 14;
const most = { question: 5, answer: 2, person: 3, tag: 3 };
const mostOfOne = 8;

interface PaletteFoundProps {
  /** Of the list, which the field controls. */
  id: string;
  asked: string;
  commands: Command[];
  options: Options;
  onLeave: () => void;
}

/** What is found for the words, and the ways on from there. */
export function PaletteFound({ id, asked, commands, options, onLeave }: PaletteFoundProps) {
  const { t } = useLingui();
  const { data, error, refetch, isPlaceholderData } = useQuery(
    searchQuery({ q: asked, pageSize: wanted }),
  );
  const nothing = data?.total === 0 && !isPlaceholderData;
  return (
    <>
      {data || error ? null : <Waiting />}
      {error && !data ? <Failed error={error} onRetry={() => void refetch()} /> : null}
      <div id={id} role="listbox" aria-label={t`Results`} className={classes.list}>
        {data ? <Groups id={id} result={data} options={options} onLeave={onLeave} /> : null}
        <PaletteCommands id={id} commands={commands} options={options} onLeave={onLeave} />
        {nothing ? (
          <PaletteOption
            id={`${id}-ask`}
            options={options}
            link={linkOptions({ to: '/questions/ask', search: { title: asked } })}
            onOpen={onLeave}
            lead={<PenLine size={16} aria-hidden />}
            title={t`Ask this question`}
            detail={t`Nothing was found for “${asked}”. Colleagues may know.`}
          />
        ) : (
          <PaletteOption
            id={`${id}-all`}
            options={options}
            link={linkOptions({ to: '/search', search: { q: asked } })}
            onOpen={onLeave}
            last
            lead={<ArrowRight size={16} aria-hidden />}
            title={t`All results for “${asked}”`}
            detail={
              data && !isPlaceholderData ? (
                <Plural value={data.total} one="# result" other="# results" />
              ) : null
            }
          />
        )}
      </div>
      {data?.engine === 'database' ? (
        <div className={classes.notice}>
          <EngineNotice />
        </div>
      ) : null}
      <VisuallyHidden role="status">
        {data && !isPlaceholderData ? (
          <Plural value={data.total} _0="Nothing found" one="# result" other="# results" />
        ) : null}
      </VisuallyHidden>
      <p className={classes.keys} aria-hidden>
        <Trans>
          <kbd>↑</kbd> <kbd>↓</kbd> to choose, <kbd>Enter</kbd> to open, <kbd>Esc</kbd> to close
        </Trans>
      </p>
    </>
  );
}

interface GroupsProps {
  id: string;
  result: SearchResult;
  options: Options;
  onLeave: () => void;
}

/** By kind, each in the order of relevance; the kind of the best result comes first. */
function Groups({ id, result, options, onLeave }: GroupsProps) {
  const labels = useKindLabels();
  const first = result.items[0]?.kind;
  const kinds = [...searchKinds].sort((a, b) => Number(b === first) - Number(a === first));
  const groups = kinds
    .map((kind) => ({ kind, hits: result.items.filter((hit) => hit.kind === kind) }))
    .filter(({ hits }) => hits.length > 0);
  const limit = (kind: SearchHit['kind']) => (groups.length === 1 ? mostOfOne : most[kind]);
  return groups.map(({ kind, hits }) => (
    // biome-ignore lint/a11y/useSemanticElements: groups of options are made with a role
    <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
      <div id={`${id}-${kind}`} role="presentation" className={classes.heading}>
        {labels[kind]}
      </div>
      {hits.slice(0, limit(kind)).map((hit) => (
        <PaletteHit
          key={hit.id}
          id={`${id}-${kind}-${hit.id}`}
          hit={hit}
          options={options}
          onOpen={onLeave}
        />
      ))}
    </div>
  ));
}

function Waiting() {
  const { t } = useLingui();
  return (
    <div className={classes.waiting} role="status" aria-label={t`Loading`}>
      <Skeleton height={14} width="72%" />
      <Skeleton height={14} width="54%" />
      <Skeleton height={14} width="63%" />
    </div>
  );
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useLingui();
  const { title, detail } = useProblemText(error);
  return (
    <div className={classes.failed} role="alert">
      <p>
        <b>{title}</b>
      </p>
      <p>{detail}</p>
      <Button variant="default" onClick={onRetry}>{t`Try again`}</Button>
    </div>
  );
}
