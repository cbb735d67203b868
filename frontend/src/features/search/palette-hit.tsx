import { Plural, useLingui } from '@lingui/react/macro';
import { Check, Tag } from 'lucide-react';
import type { SearchHit } from '@/api/search';
import { Avatar } from '@/ui/avatar';
import { NumberText } from '@/ui/number';
import { hitLink } from './hit-link';
import classes from './palette.module.css';
import { PaletteOption } from './palette-option';
import { Snippet } from './snippet';
import type { Options } from './use-options';

interface PaletteHitProps {
  id: string;
  hit: SearchHit;
  options: Options;
  onOpen: () => void;
}

export function PaletteHit({ id, hit, options, onOpen }: PaletteHitProps) {
  return (
    <PaletteOption
      id={id}
      options={options}
      link={hitLink(hit)}
      onOpen={onOpen}
      lead={<Lead hit={hit} />}
      title={hit.title}
      detail={<Detail hit={hit} />}
    />
  );
}

function Lead({ hit }: { hit: SearchHit }) {
  const { t } = useLingui();
  if (hit.kind === 'person') {
    return <Avatar name={hit.title} url={hit.author?.avatarUrl ?? null} size={28} />;
  }
  if (hit.kind === 'tag') return <Tag size={16} aria-hidden />;
  return (
    <span className={classes.score} data-solved={hit.accepted || undefined}>
      {hit.accepted ? <Check size={12} strokeWidth={3} role="img" aria-label={t`Solved:`} /> : null}
      <NumberText value={hit.score} />
    </span>
  );
}

function Detail({ hit }: { hit: SearchHit }) {
  const { t } = useLingui();
  switch (hit.kind) {
    case 'question':
      return (
        <>
          <Plural value={hit.answerCount} one="# answer" other="# answers" />
          {hit.space ? ` · ${hit.space.name}` : null}
        </>
      );
    case 'answer':
      return (
        <>
          {t`Answer by ${hit.authorName}`}
          {' · '}
          <Snippet html={hit.snippetHtml} />
        </>
      );
    case 'person':
      return hit.author?.unit ?? <Snippet html={hit.snippetHtml} />;
    case 'tag':
      return <Plural value={hit.score} one="# question" other="# questions" />;
  }
}
