import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Tag } from '@/api/tags';
import { RichText } from '@/ui/rich-text';
import classes from './tag-wiki.module.css';

/** What the tag is about: its description, and its wiki, folded where it is long. */
export function TagWiki({ tag }: { tag: Tag }) {
  const { t } = useLingui();
  const [opened, setOpened] = useState(false);
  const long = tag.wiki.length > 700;
  return (
    <div className={classes.wiki}>
      <p className={classes.description}>
        {tag.description || t`Nobody has described this tag yet.`}
      </p>
      {tag.wikiHtml ? (
        <>
          <div className={classes.text} data-folded={(long && !opened) || undefined}>
            <RichText html={tag.wikiHtml} />
          </div>
          {long ? (
            <button
              type="button"
              className={classes.unfold}
              aria-expanded={opened}
              onClick={() => setOpened((shown) => !shown)}
            >
              {opened ? t`Show less` : t`Read the whole wiki`}
            </button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
