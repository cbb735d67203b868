import { useLingui } from '@lingui/react/macro';

interface Words {
  name: string;
  about: string;
}

/** What each privilege lets one do, by its key. */
export function usePrivilegeWords(): (privilege: { key: string }) => Words {
  const { t } = useLingui();
  const words: Partial<Record<string, Words>> = {
    ask: { name: t`Ask questions`, about: t`In every space that is open to you.` },
    answer: { name: t`Answer questions`, about: t`Share what you know with everyone who reads.` },
    'vote-up': { name: t`Vote up`, about: t`Show that a question or an answer is useful.` },
    comment: { name: t`Comment`, about: t`Ask back or add a remark to any post.` },
    'vote-down': { name: t`Vote down`, about: t`Show that an answer is wrong or does not help.` },
    'edit-tag-wiki': { name: t`Edit tags`, about: t`Write the descriptions and wikis of tags.` },
    edit: { name: t`Edit posts of others`, about: t`Correct and complete what others wrote.` },
    close: {
      name: t`Close and reopen questions`,
      about: t`Duplicates, and questions that cannot be answered as they are.`,
    },
    'see-deleted': { name: t`See deleted posts`, about: t`Read what was deleted, and why.` },
  };
  return ({ key }) => words[key] ?? { name: key, about: '' };
}
