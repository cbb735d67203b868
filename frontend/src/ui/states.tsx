import { useLingui } from '@lingui/react/macro';
import { Button, Skeleton } from '@mantine/core';
import { CircleAlert, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiProblem } from '@/lib/problem';
import classes from './states.module.css';

interface EmptyStateProps {
  /** True where it is the whole page, so that its title is the page's heading. */
  page?: boolean;
  icon?: ReactNode;
  /** Why it is empty. */
  title: string;
  /** What to do next. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ page, icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      {icon ? (
        <span className={classes.icon} aria-hidden>
          {icon}
        </span>
      ) : null}
      <StateTitle page={page}>{title}</StateTitle>
      {children ? <p className={classes.text}>{children}</p> : null}
      {action}
    </div>
  );
}

function StateTitle({ page, children }: { page: boolean | undefined; children: string }) {
  if (!page) return <h2 className={classes.title}>{children}</h2>;
  return (
    <h1 className={classes.title} tabIndex={-1}>
      {children}
    </h1>
  );
}

interface ErrorStateProps {
  page?: boolean;
  error: unknown;
  onRetry?: () => void;
}

/** Says what happened, that nothing was lost, and what to do. */
export function ErrorState({ page, error, onRetry }: ErrorStateProps) {
  const { t } = useLingui();
  const { title, detail } = useProblemText(error);
  const requestId = error instanceof ApiProblem ? error.requestId : '';
  return (
    <div className={classes.state} role="alert">
      <span className={classes.icon} data-kind="error">
        <CircleAlert size={28} aria-hidden />
      </span>
      <StateTitle page={page}>{title}</StateTitle>
      <p className={classes.text}>{detail}</p>
      {onRetry ? (
        <Button
          variant="default"
          onClick={onRetry}
          leftSection={<RotateCw size={16} aria-hidden />}
        >{t`Try again`}</Button>
      ) : null}
      {requestId ? <p className={classes.reference}>{t`Reference: ${requestId}`}</p> : null}
    </div>
  );
}

/** The server's words where it gave some, else ours. */
export function useProblemText(error: unknown): { title: string; detail: string } {
  const { t } = useLingui();
  if (!(error instanceof ApiProblem)) {
    return {
      title: t`Something went wrong on this page`,
      detail: t`Nothing you saved was lost. Try again; if it happens once more, reload the page.`,
    };
  }
  if (error.code === 'network') {
    return {
      title: t`The server cannot be reached`,
      detail: t`Check your connection. Nothing was lost; what you typed is still here.`,
    };
  }
  return {
    title: error.title || t`The server could not do this`,
    detail: error.detail || t`Nothing was lost. Please try again in a moment.`,
  };
}

interface SkeletonRowsProps {
  rows: number;
  /** Pixels, as high as the rows that will come, so that nothing jumps. */
  height: number;
}

export function SkeletonRows({ rows, height }: SkeletonRowsProps) {
  const { t } = useLingui();
  return (
    <div role="status" aria-label={t`Loading`}>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders are all alike
        <div key={index} className={classes.skeleton} style={{ height }}>
          <Skeleton height={14} width="38%" />
          <Skeleton height={12} width="92%" />
          <Skeleton height={12} width="68%" />
        </div>
      ))}
    </div>
  );
}
