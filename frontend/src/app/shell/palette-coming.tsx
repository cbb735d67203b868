import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import type { FormEvent, KeyboardEvent } from 'react';
import classes from './palette-coming.module.css';
import type { SearchDialog } from './use-search-dialog';

/** The palette's field while its code is on the way: what one types right after the key is kept. */
export function PaletteComing({ search }: { search: SearchDialog }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    search.close();
    void navigate({ to: '/search', search: { q: search.typed.trim() || undefined } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') search.close();
  };
  return (
    <search className={classes.overlay}>
      <form onSubmit={submit} className={classes.box}>
        <Search size={18} aria-hidden className={classes.icon} />
        <input
          // biome-ignore lint/a11y/noAutofocus: it was asked for by a key, to type into
          autoFocus
          className={classes.input}
          type="text"
          name="q"
          autoComplete="off"
          spellCheck={false}
          value={search.typed}
          onChange={(event) => search.type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          aria-label={t`Search questions, people, tags …`}
          placeholder={t`Search questions, people, tags …`}
        />
      </form>
    </search>
  );
}
