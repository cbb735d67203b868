import { useLingui } from '@lingui/react/macro';
import { linkOptions, Outlet, useLocation } from '@tanstack/react-router';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { TabLinks } from '@/ui/tab-links';

export function SettingsPage() {
  const { t } = useLingui();
  const path = useLocation({ select: (location) => location.pathname });
  const parts = [
    { label: t`Profile`, link: linkOptions({ to: '/settings/profile' }) },
    { label: t`Appearance`, link: linkOptions({ to: '/settings/appearance' }) },
    { label: t`Language`, link: linkOptions({ to: '/settings/language' }) },
    { label: t`Notices`, link: linkOptions({ to: '/settings/notices' }) },
    { label: t`Feeds`, link: linkOptions({ to: '/settings/feeds' }) },
    { label: t`Security`, link: linkOptions({ to: '/settings/security' }) },
  ];
  const shown = parts.find(({ link }) => link.to === path) ?? parts[0];
  return (
    <Page title={[shown?.label, t`Settings`].filter(Boolean).join(' · ')}>
      <PageHeader title={t`Settings`} bare />
      <TabLinks
        label={t`Parts of the settings`}
        tabs={parts.map((part) => ({ ...part, active: part === shown }))}
      />
      <Outlet />
    </Page>
  );
}
