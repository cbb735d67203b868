import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LayoutTemplate, Plus } from 'lucide-react';
import { useState } from 'react';
import { templatesQuery } from '@/api/templates';
import { NewTemplateForm } from '@/features/templates/new-template-form';
import { TemplateRow } from '@/features/templates/template-row';
import { ErrorPage } from '@/ui/helpful-page';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { EmptyState, SkeletonRows } from '@/ui/states';

export function TemplatesPage() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(templatesQuery);
  const [adding, setAdding] = useState(false);
  if (error && !data) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  const mayWrite = data?.can.write.allowed ?? false;
  return (
    <Page title={t`Templates`}>
      <PageHeader
        title={t`Templates`}
        subtitle={t`What a question may begin with. A template is offered where its space or its tag is chosen and nothing is written yet.`}
        actions={
          mayWrite && !adding ? (
            <Button
              variant="default"
              leftSection={<Plus size={16} aria-hidden />}
              onClick={() => setAdding(true)}
            >{t`New template`}</Button>
          ) : null
        }
      />
      {adding ? <NewTemplateForm onDone={() => setAdding(false)} /> : null}
      {data ? null : <SkeletonRows rows={3} height={140} />}
      {data?.items.length === 0 && !adding ? (
        <EmptyState icon={<LayoutTemplate size={28} />} title={t`There are no templates yet`}>
          {t`Moderators and administrators write them, for spaces and tags whose questions always need the same details.`}
        </EmptyState>
      ) : null}
      <ul>
        {data?.items.map((template) => (
          <li key={template.id}>
            <TemplateRow template={template} mayWrite={mayWrite} />
          </li>
        ))}
      </ul>
    </Page>
  );
}
