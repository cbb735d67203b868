import { useLingui } from '@lingui/react/macro';
import type { ReviewItem } from '@/api/reviews';
import { PersonName } from '@/ui/person';
import { RelativeTime } from '@/ui/relative-time';
import classes from './review.module.css';
import { useReviewWords } from './use-review-words';

/** Why an item waits: what flaggers and voters said, and what other reviewers decided. */
export function Reasons({ item }: { item: ReviewItem }) {
  const { t } = useLingui();
  const words = useReviewWords();
  const flagged = useFlagReasons();
  const closing = useCloseReasons();
  const said = [
    ...item.flags.map((flag) => ({ ...flag, what: flagged[flag.reason] })),
    ...item.votes.map((vote) => ({ ...vote, what: closing[vote.reason] })),
    ...item.said.map((one) => ({ ...one, what: words.done[one.decision] })),
  ];
  return (
    <section className={classes.why} aria-label={t`Why it is here`}>
      <p>{words.reasons[item.why]}</p>
      {said.length > 0 ? (
        <ul className={classes.said}>
          {said.map((one) => (
            <li key={`${one.what} ${one.by?.id} ${one.at}`}>
              <strong>{one.what}</strong>
              <PersonName person={one.by} fallback="" />
              <RelativeTime value={one.at} />
              {one.note ? <q className={classes.note}>{one.note}</q> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

export function useFlagReasons(): Record<ReviewItem['flags'][number]['reason'], string> {
  const { t } = useLingui();
  return {
    spam: t`Spam`,
    rude: t`Rude or abusive`,
    'low-quality': t`Low quality`,
    attention: t`Needs a moderator`,
  };
}

function useCloseReasons(): Record<ReviewItem['votes'][number]['reason'], string> {
  const { t } = useLingui();
  return {
    duplicate: t`Duplicate`,
    'needs-detail': t`Needs detail`,
    'out-of-scope': t`Out of scope`,
    outdated: t`Outdated`,
  };
}
