import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, linkOptions, useLocation } from '@tanstack/react-router';
import { AlarmClock, CheckCheck, Inbox as InboxIcon, LogIn } from 'lucide-react';
import { type InboxView, inboxQuery, useChangeInbox } from '@/api/inbox';
import { useMe } from '@/api/me';
import { recognitionQuery } from '@/api/recognition';
import { unreadQuery } from '@/api/unread';
import { RecognitionRow } from '@/features/inbox/recognition-row';
import { ThreadList } from '@/features/inbox/thread-list';
import { usePrivilegeWords } from '@/features/privileges/use-privilege-words';
import { ButtonLink } from '@/ui/button-link';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { SegmentedLinks } from '@/ui/segmented-links';
import { EmptyState, SkeletonRows } from '@/ui/states';
import { useRefusal } from '@/ui/use-refusal';
import classes from './inbox-page.module.css';

const route = getRouteApi('/inbox');

export function InboxPage() {
  const { t } = useLingui();
  const me = useMe();
  return (
    <Page title={t`Inbox`}>
      <PageHeader
        title={t`Inbox`}
        subtitle={t`What others did with what you wrote, and what is new at what you follow.`}
      />
      {me === undefined ? <SkeletonRows rows={5} height={130} /> : null}
      {me === null ? <SignInFirst /> : null}
      {me ? <Inbox /> : null}
    </Page>
  );
}

function SignInFirst() {
  const { t } = useLingui();
  const next = useLocation({ select: (location) => location.href });
  return (
    <EmptyState
      icon={<LogIn size={26} />}
      title={t`Sign in to see your inbox`}
      action={<ButtonLink to="/sign-in" search={{ next }}>{t`Sign in`}</ButtonLink>}
    >
      {t`You are told of answers, comments, edits and votes on what you write.`}
    </EmptyState>
  );
}

/** Only what was on the screen: what comes while one presses stays unread. */
function MarkAllRead() {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const { view = 'inbox' } = route.useSearch();
  const { data } = useQuery(unreadQuery);
  const { data: recognition } = useQuery(recognitionQuery);
  const change = useChangeInbox(useRefusal());
  if (!data?.unread || view === 'snoozed') return null;
  const mark = () => {
    const newest = queryClient.getQueryData(inboxQuery(view).queryKey)?.pages[0]?.items[0];
    const through = [newest?.touchedAt, recognition?.items[0]?.at].filter(isGiven).sort().at(-1);
    if (through) change.mutate({ act: 'read-all', through });
  };
  return (
    <Button variant="default" leftSection={<CheckCheck size={16} aria-hidden />} onClick={mark}>
      {t`Mark all as read`}
    </Button>
  );
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined;
}

function Inbox() {
  const { t } = useLingui();
  const { view = 'inbox' } = route.useSearch();
  const recognition = useRecognitionThread(view);
  const labels = { inbox: t`All`, unread: t`Unread`, snoozed: t`Snoozed` };
  return (
    <>
      <div className={classes.bar}>
        <SegmentedLinks
          label={t`Views of the inbox`}
          segments={(['inbox', 'unread', 'snoozed'] as const).map((one) => ({
            label: labels[one],
            active: one === view,
            link: linkOptions({ to: '/inbox', search: one === 'inbox' ? {} : { view: one } }),
          }))}
        />
        <MarkAllRead />
      </div>
      <ThreadList view={view} beside={recognition} empty={<Nothing view={view} />} />
    </>
  );
}

/** The badges and privileges that a view shows. */
function useRecognitionThread(view: InboxView) {
  const words = usePrivilegeWords();
  const { data } = useQuery(recognitionQuery);
  const items = data?.items.filter(({ unread }) => view === 'inbox' || unread) ?? [];
  const newest = items[0];
  if (!newest || view === 'snoozed') return null;
  const row = <RecognitionRow items={items} privilegeName={(key) => words({ key }).name} />;
  return { at: newest.at, row };
}

function Nothing({ view }: { view: InboxView }) {
  const { t } = useLingui();
  if (view === 'snoozed') {
    return (
      <EmptyState icon={<AlarmClock size={28} />} title={t`Nothing is snoozed`}>
        {t`What you snooze leaves the inbox, and comes back at its time.`}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<InboxIcon size={28} />}
      title={view === 'unread' ? t`You have read everything` : t`Nothing has happened yet`}
      action={<ButtonLink to="/questions" variant="default">{t`All questions`}</ButtonLink>}
    >
      {t`Ask, answer, or follow a question, a person or a space, and you are told here what happens.`}
    </EmptyState>
  );
}
