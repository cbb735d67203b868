import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import classes from './changes.module.css';
import { compareWords, type Piece } from './rows';
import { type DiffView, TextDiff } from './text-diff';

/** What a version of a post consists of; an answer has neither title nor tags. */
export interface PostText {
  title: string | null;
  body: string;
  tags: string[] | null;
}

interface ChangesProps {
  before: PostText;
  after: PostText;
  view: DiffView;
  names: { before: string; after: string };
}

/** Everything in which two versions of a post differ: title, tags, text. */
export function Changes({ before, after, view, names }: ChangesProps) {
  const { t } = useLingui();
  const sameTags = String(before.tags) === String(after.tags);
  const sameBody = before.body === after.body;
  return (
    <div className={classes.changes}>
      {before.title !== after.title ? (
        <Part name={t`Title`}>
          <TitleChange before={before.title ?? ''} after={after.title ?? ''} />
        </Part>
      ) : null}
      {sameTags ? null : (
        <Part name={t`Tags`}>
          <TagChange before={before.tags ?? []} after={after.tags ?? []} />
        </Part>
      )}
      {sameBody ? null : (
        <Part name={t`Text`}>
          <TextDiff before={before.body} after={after.body} view={view} names={names} />
        </Part>
      )}
    </div>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={classes.part}>
        {name}
      </h3>
      {children}
    </section>
  );
}

function TitleChange({ before, after }: { before: string; after: string }) {
  const row = compareWords(before, after);
  return (
    <>
      <p className={classes.title}>
        <del>{words(row.before)}</del>
      </p>
      <p className={classes.title}>
        <ins>{words(row.after)}</ins>
      </p>
    </>
  );
}

function words(pieces: Piece[] | null): ReactNode {
  return pieces?.map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a fixed text never move
    piece.changed ? <mark key={index}>{piece.text}</mark> : piece.text,
  );
}

function TagChange({ before, after }: { before: string[]; after: string[] }) {
  const all = [...before, ...after.filter((name) => !before.includes(name))];
  return (
    <ul className={classes.tags}>
      {all.map((name) => (
        <li key={name} className={classes.tag} data-kind={kindOf(name, before, after)}>
          <Tag name={name} before={before} after={after} />
        </li>
      ))}
    </ul>
  );
}

function kindOf(name: string, before: string[], after: string[]): 'added' | 'removed' | undefined {
  if (!after.includes(name)) return 'removed';
  return before.includes(name) ? undefined : 'added';
}

function Tag({ name, before, after }: { name: string; before: string[]; after: string[] }) {
  const kind = kindOf(name, before, after);
  if (kind === 'removed') return <del>{name}</del>;
  return kind === 'added' ? <ins>{name}</ins> : name;
}
