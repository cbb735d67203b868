import type { PostAct } from '@/api/moderation';
import type { Revision } from '@/api/types';

interface Version {
  at: string;
  revision: Revision;
  /** The version before it; none for the first. */
  before: Revision | undefined;
  act?: never;
}

interface Deed {
  at: string;
  act: PostAct;
  revision?: never;
  before?: never;
}

export type Step = Version | Deed;

/** Puts versions and what else was done to a post into one order, newest first; both lists are in it already. */
export function storyOf(
  revisions: Revision[],
  acts: PostAct[],
  older: Revision | null = null,
): Step[] {
  const steps: Step[] = [
    ...acts.map((act) => ({ at: act.at, act })),
    ...revisions.map((revision, index) => ({
      at: revision.createdAt,
      revision,
      before: revisions[index + 1] ?? older ?? undefined,
    })),
  ];
  return steps.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}
