import { useLingui } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import { type Template, useChangeTemplate, useDeleteTemplate } from '@/api/templates';
import { lazyPart } from '@/lib/lazy';
import { TextAction } from '@/ui/text-action';
import { toast } from '@/ui/toast';
import { useRefusal } from '@/ui/use-refusal';
import { TemplateForm } from './template-form';
import classes from './templates.module.css';

const ConfirmDialog = lazyPart(() => import('@/ui/confirm-dialog'), 'ConfirmDialog');

interface TemplateRowProps {
  template: Template;
  mayWrite: boolean;
}

export function TemplateRow({ template, mayWrite }: TemplateRowProps) {
  const { t } = useLingui();
  const { id, name, body, tag, version } = template;
  const space = template.spaceName ?? '';
  const change = useChangeTemplate(id);
  const [state, setState] = useState<'shown' | 'editing' | 'deleting'>('shown');
  if (state === 'editing') {
    return (
      <div className={classes.row}>
        <TemplateForm
          name={name}
          body={body}
          busy={change.isPending}
          problem={change.error}
          action={t`Save the template`}
          onSave={(text) =>
            change.mutate(
              { ...text, version },
              {
                onSuccess: () => {
                  toast.done(t`The template is saved.`);
                  setState('shown');
                },
              },
            )
          }
          onCancel={() => setState('shown')}
        />
      </div>
    );
  }
  return (
    <article className={classes.row}>
      <h2 className={classes.title}>{name}</h2>
      <p className={classes.of}>
        {tag ? t`Offered with the tag ${tag}` : t`Offered in the space ${space}`}
      </p>
      <pre className={classes.body}>{body}</pre>
      {mayWrite ? (
        <div className={classes.actions}>
          <TextAction aria-label={t`Edit ${name}`} onClick={() => setState('editing')}>
            {t`Edit`}
          </TextAction>
          <TextAction aria-label={t`Delete ${name}`} onClick={() => setState('deleting')}>
            {t`Delete`}
          </TextAction>
        </div>
      ) : null}
      {state === 'deleting' ? (
        <Delete template={template} onDone={() => setState('shown')} />
      ) : null}
    </article>
  );
}

function Delete({ template, onDone }: { template: Template; onDone: () => void }) {
  const { t } = useLingui();
  const refused = useRefusal();
  const remove = useDeleteTemplate(template.id);
  const { name } = template;
  return (
    <Suspense>
      <ConfirmDialog
        opened
        danger
        title={t`Delete the template ${name}?`}
        action={t`Delete template`}
        busy={remove.isPending}
        onConfirm={() => remove.mutate(undefined, { onError: refused, onSettled: onDone })}
        onClose={onDone}
      >
        {t`It is no longer offered. Questions that began with it keep their text.`}
      </ConfirmDialog>
    </Suspense>
  );
}
