import { useLingui } from '@lingui/react/macro';
import type { AnswerOrder } from '@/api/questions';
import classes from './answers-head.module.css';

interface AnswerOrderSelectProps {
  value: AnswerOrder;
  onChange: (order: AnswerOrder) => void;
}

export function AnswerOrderSelect({ value, onChange }: AnswerOrderSelectProps) {
  const { t } = useLingui();
  const orders: { value: AnswerOrder; label: string }[] = [
    { value: 'best', label: t`Best first` },
    { value: 'accepted', label: t`Accepted first` },
    { value: 'votes', label: t`Highest score` },
    { value: 'newest', label: t`Newest first` },
    { value: 'oldest', label: t`Oldest first` },
  ];
  return (
    <select
      className={classes.order}
      aria-label={t`Order of the answers`}
      value={value}
      onChange={(event) => {
        const chosen = orders.find((order) => order.value === event.currentTarget.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {orders.map((order) => (
        <option key={order.value} value={order.value}>
          {order.label}
        </option>
      ))}
    </select>
  );
}
