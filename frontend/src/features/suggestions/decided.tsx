import { Trans, useLingui } from '@lingui/react/macro';
import type { SuggestionSummary } from '@/api/suggestions';
import { RelativeTime } from '@/ui/relative-time';
import classes from './suggestions.module.css';
import { useReasons } from './use-reasons';

/** Who decided about a suggestion, when, and why it was rejected. */
export function Decided({ suggestion }: { suggestion: SuggestionSummary }) {
  const { t } = useLingui();
  const reasons = useReasons();
  const { state, decidedAt, decidedBy, reason, note } = suggestion;
  if (!decidedAt) return null;
  const name = decidedBy?.name ?? t`Somebody`;
  const time = <RelativeTime value={decidedAt} />;
  return (
    <div className={classes.decided}>
      <p>
        {state === 'withdrawn' ? (
          <Trans>Withdrawn {time}.</Trans>
        ) : state === 'rejected' ? (
          <Trans>
            Rejected by {name}, {time}.
          </Trans>
        ) : (
          <Trans>
            Accepted by {name}, {time}.
          </Trans>
        )}
      </p>
      {reason ? (
        <p className={classes.reason}>
          {reasons[reason]}
          {note ? ':' : '.'}
        </p>
      ) : null}
      {note ? <p className={classes.note}>{note}</p> : null}
    </div>
  );
}
