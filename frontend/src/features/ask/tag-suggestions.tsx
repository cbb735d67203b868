import { useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { tagSuggestionsQuery } from '@/api/tag-suggestions';
import classes from './ask.module.css';

const fewest = 8;
const most = 5;
/** More would not change what is suggested, and is sent anew with every pause. */
const looked = 4000;

interface TagSuggestionsProps {
  title: string;
  body: string;
  tags: string[];
  onAdd: (tag: string) => void;
}

/** Tags that the text names or that similar questions carry, to be added with one press. */
export function TagSuggestions({ title, body, tags, onAdd }: TagSuggestionsProps) {
  const { t } = useLingui();
  const [asked] = useDebouncedValue(title.trim(), 500);
  const [text] = useDebouncedValue(body.slice(0, looked), 900);
  const { data } = useQuery({
    ...tagSuggestionsQuery(asked, text),
    enabled: asked.length >= fewest,
  });
  const open = data?.items.filter(({ name }) => !tags.includes(name)) ?? [];
  if (asked.length < fewest || open.length === 0 || tags.length >= most) return null;
  return (
    <div className={classes.suggestions}>
      <span id="tag-suggestions" className={classes.suggestionsTitle}>{t`Likely tags:`}</span>
      <ul aria-labelledby="tag-suggestions">
        {open.map(({ name }) => (
          <li key={name}>
            <button
              type="button"
              className={classes.suggestion}
              aria-label={t`Add the tag ${name}`}
              onClick={() => onAdd(name)}
            >
              <Plus size={13} aria-hidden />
              {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
