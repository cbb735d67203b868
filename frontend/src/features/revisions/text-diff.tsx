import { Plural, useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo, useState } from 'react';
import { compareTexts, foldRows, type Piece, type Row, type Run } from './rows';
import classes from './text-diff.module.css';

export type DiffView = 'inline' | 'split';

interface TextDiffProps {
  before: string;
  after: string;
  view: DiffView;
  /** What the two sides are called where they stand side by side. */
  names: { before: string; after: string };
}

/** Two versions of a text: under each other or side by side, with what changed marked by more than colour. */
export function TextDiff({ before, after, view, names }: TextDiffProps) {
  const runs = useMemo(() => foldRows(compareTexts(before, after)), [before, after]);
  if (view === 'inline') {
    return (
      <div className={classes.inline}>
        <Runs runs={runs} render={(row, key) => <InlineRow key={key} row={row} />} />
      </div>
    );
  }
  return (
    <div className={classes.split}>
      <p className={classes.name}>{names.before}</p>
      <p className={classes.name}>{names.after}</p>
      <Runs runs={runs} render={(row, key) => <SplitRow key={key} row={row} />} />
    </div>
  );
}

interface RunsProps {
  runs: Run[];
  render: (row: Row, key: number) => ReactNode;
}

function Runs({ runs, render }: RunsProps) {
  return runs.map((run, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of two fixed texts never move
    if (run.folded) return <Folded key={index} rows={run.rows} render={render} />;
    return run.rows.map((row, line) => render(row, index * 1_000_000 + line));
  });
}

function Folded({ rows, render }: { rows: Row[]; render: RunsProps['render'] }) {
  const [opened, setOpened] = useState(false);
  if (opened) return rows.map(render);
  return (
    <button type="button" className={classes.fold} onClick={() => setOpened(true)}>
      <Plural value={rows.length} one="Show # unchanged line" other="Show # unchanged lines" />
    </button>
  );
}

function InlineRow({ row }: { row: Row }) {
  if (row.same) return <p className={classes.line}>{plain(row.after)}</p>;
  return (
    <>
      {row.before ? <Removed pieces={row.before} /> : null}
      {row.after ? <Added pieces={row.after} /> : null}
    </>
  );
}

function SplitRow({ row }: { row: Row }) {
  if (row.same) {
    return (
      <>
        <p className={classes.line}>{plain(row.before)}</p>
        <p className={classes.line} data-right>
          {plain(row.after)}
        </p>
      </>
    );
  }
  return (
    <>
      {row.before ? <Removed pieces={row.before} /> : <div className={classes.nothing} />}
      {row.after ? (
        <Added pieces={row.after} right />
      ) : (
        <div className={classes.nothing} data-right />
      )}
    </>
  );
}

function Removed({ pieces }: { pieces: Piece[] }) {
  const { t } = useLingui();
  return (
    <p className={classes.line} data-side="removed">
      <span className={classes.sign} role="img" aria-label={t`Removed:`} />
      <del>{marked(pieces)}</del>
    </p>
  );
}

function Added({ pieces, right }: { pieces: Piece[]; right?: boolean }) {
  const { t } = useLingui();
  return (
    <p className={classes.line} data-side="added" data-right={right}>
      <span className={classes.sign} role="img" aria-label={t`Added:`} />
      <ins>{marked(pieces)}</ins>
    </p>
  );
}

function plain(pieces: Piece[] | null): string {
  return pieces?.map((piece) => piece.text).join('') || '\u00a0';
}

function marked(pieces: Piece[]): ReactNode {
  const words = pieces.map((piece, index) =>
    piece.changed ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a fixed text never move
      <span key={index} className={classes.word}>
        {piece.text}
      </span>
    ) : (
      piece.text
    ),
  );
  return pieces.some((piece) => piece.text) ? words : '\u00a0';
}
