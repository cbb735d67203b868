import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { organisationQuery } from '@/api/organisation';
import { useAsk } from '@/api/questions';
import { spacesQuery } from '@/api/spaces';
import type { Me } from '@/api/types';
import { useKeptDraft } from '@/api/use-kept-draft';
import { AskRail } from '@/features/ask/ask-rail';
import { SimilarTitles } from '@/features/ask/similar-titles';
import { SpaceField } from '@/features/ask/space-field';
import { TagsField } from '@/features/ask/tags-field';
import { TitleField } from '@/features/ask/title-field';
import { EditorField } from '@/features/editor/editor-field';
import { DraftOffer } from '@/ui/draft-offer';
import { errorOf, FormErrors, fieldErrorsOf, fieldId } from '@/ui/form-errors';
import { Page } from '@/ui/page';
import { PageHeader } from '@/ui/page-header';
import { toast } from '@/ui/toast';
import classes from './ask-form.module.css';

const route = getRouteApi('/questions/ask');

export function AskForm({ me }: { me: Me }) {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = useNavigate();
  const draft = useKeptDraft('ask', `${me.id}.ask`, {
    title: search.title ?? '',
    body: '',
    tags: search.tag ?? [],
    space: search.space ?? '',
  });
  const { value, change, clear } = draft;
  const ask = useAsk();
  const { spaces, space } = useSpaces(value.space);
  const errors = fieldErrorsOf(ask.error);

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (ask.isPending) return;
    ask.mutate(
      { title: value.title, body: value.body, tags: value.tags, space: space?.slug },
      {
        onSuccess: ({ id, slug }) => {
          clear();
          toast.done(t`Your question is posted.`);
          void navigate({ to: '/questions/$id/{-$slug}', params: { id: String(id), slug } });
        },
      },
    );
  };
  return (
    <Page title={t`Ask a question`} rail={<AskRail space={space} />}>
      <PageHeader
        title={t`Ask a question`}
        subtitle={t`The title and a tag are enough for a quick question.`}
      />
      <form className={classes.form} onSubmit={submit} noValidate>
        {draft.restored && !draft.offer ? <Restored onDiscard={clear} /> : null}
        {draft.offer ? (
          <DraftOffer
            offer={draft.offer}
            blank={draft.blank}
            onTake={draft.take}
            onKeep={draft.keep}
          />
        ) : null}
        <FormErrors form="ask" errors={errors} problem={ask.error} />
        <div>
          <TitleField
            id={fieldId('ask', 'title')}
            value={value.title}
            onChange={(title) => change({ title })}
            error={errorOf(errors, 'title')}
          />
          <SimilarTitles title={value.title} />
        </div>
        <EditorField
          id={fieldId('ask', 'body')}
          label={t`Details`}
          description={t`What happens, what you expected, and what you have tried. You can use Markdown.`}
          value={value.body}
          onChange={(body) => change({ body })}
          onSubmit={() => submit()}
          error={errorOf(errors, 'body')}
          height={220}
        />
        <TagsField
          id={fieldId('ask', 'tags')}
          value={value.tags}
          onChange={(tags) => change({ tags })}
          error={errorOf(errors, 'tags')}
        />
        {spaces.length > 1 ? (
          <SpaceField
            id={fieldId('ask', 'space')}
            spaces={spaces}
            value={space?.slug ?? ''}
            onChange={(slug) => change({ space: slug })}
            error={errorOf(errors, 'space')}
          />
        ) : null}
        <div className={classes.buttons}>
          <Button type="submit" loading={ask.isPending}>{t`Post your question`}</Button>
          <span className={classes.hint}>
            {draft.kept
              ? t`What you type is kept in your account until you post it.`
              : t`What you type is kept in this browser until you post it.`}
          </span>
        </div>
      </form>
    </Page>
  );
}

function Restored({ onDiscard }: { onDiscard: () => void }) {
  const { t } = useLingui();
  return (
    <p className={classes.restored} role="status">
      <span>{t`You began this question earlier. It was kept for you.`}</span>
      <Button variant="default" size="xs" onClick={onDiscard}>{t`Start afresh`}</Button>
    </p>
  );
}

/** The spaces one may ask in, and the chosen one: the organisation's where nothing was chosen. */
function useSpaces(slug: string) {
  const { data: organisation } = useQuery(organisationQuery);
  const { data } = useQuery(spacesQuery);
  const spaces = data?.items.filter((one) => one.canAsk) ?? [];
  const space =
    spaces.find((one) => one.slug === slug) ??
    spaces.find((one) => one.slug === organisation?.defaultSpace);
  return { spaces, space };
}
