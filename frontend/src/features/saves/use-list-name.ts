import { useLingui } from '@lingui/react/macro';

/** The default list has no name of its own. */
export function useListName(): (list: { id: number; name: string }) => string {
  const { t } = useLingui();
  return (list) => (list.id === 0 ? t`Without a list` : list.name);
}
