import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { organisationQuery } from '@/api/organisation';
import { useAsk } from '@/api/questions';
import { spacesQuery } from '@/api/spaces';
import type { Me } from '@/api/types';
import { useKeptDraft } from '@/api/use-kept-draft';
import { AskRail } from '@/features/ask/ask-rail';
import { OwnAnswerChoice } from '@/features/ask/own-answer';
import { SimilarTitles } from '@/features/ask/similar-titles';
import { SpaceField } from '@/features/ask/space-field';
import { TagSuggestions } from '@/features/ask/tag-suggestions';
import { TagsField } from '@/features/ask/tags-field';
import { TemplateOffer } from '@/features/ask/template-offer';
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
    answer: '',
  });
  const { value, change, clear } = draft;
  const [answering, setAnswering] = useState(value.answer !== '');
  const ask = useAsk();
  const { spaces, space } = useSpaces(value.space);
  const errors = fieldErrorsOf(ask.error);
  const answers = answering || value.answer !== '';
  const quick = value.body.trim() === '' && !answers;

  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (ask.isPending) return;
    const { title, body, tags, answer } = value;
    ask.mutate(
      { title, body, tags, space: space?.slug, ...(answers && answer.trim() ? { answer } : {}) },
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
    <Page title={t`Ask a question`} rail={<AskRail space={space} written={value} />}>
      <PageHeader
        title={t`Ask a question`}
        subtitle={t`A title alone is enough for a quick question.`}
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
        <div>
          {value.body.trim() === '' ? (
            <TemplateOffer
              space={space?.slug ?? ''}
              tags={value.tags}
              onUse={(body) => change({ body })}
            />
          ) : null}
          <EditorField
            id={fieldId('ask', 'body')}
            label={t`Details`}
            description={t`What happens, what you expected, and what you have tried. You can use Markdown.`}
            space={space?.slug}
            value={value.body}
            onChange={(body) => change({ body })}
            onSubmit={() => submit()}
            error={errorOf(errors, 'body')}
            height={220}
          />
        </div>
        <div>
          <TagsField
            id={fieldId('ask', 'tags')}
            required={!quick}
            value={value.tags}
            onChange={(tags) => change({ tags })}
            error={errorOf(errors, 'tags')}
          />
          <TagSuggestions
            title={value.title}
            body={value.body}
            tags={value.tags}
            onAdd={(tag) => change({ tags: [...value.tags, tag] })}
          />
        </div>
        {spaces.length > 1 ? (
          <SpaceField
            id={fieldId('ask', 'space')}
            spaces={spaces}
            value={space?.slug ?? ''}
            onChange={(slug) => change({ space: slug })}
            error={errorOf(errors, 'space')}
          />
        ) : null}
        <OwnAnswerChoice
          checked={answers}
          onChange={(checked) => {
            setAnswering(checked);
            if (!checked) change({ answer: '' });
          }}
        />
        {answers ? (
          <EditorField
            id={fieldId('ask', 'answer')}
            label={t`Your answer`}
            space={space?.slug}
            value={value.answer}
            onChange={(answer) => change({ answer })}
            onSubmit={() => submit()}
            error={errorOf(errors, 'answer')}
            height={180}
          />
        ) : null}
        <div className={classes.buttons}>
          <Button type="submit" loading={ask.isPending}>
            {answers ? t`Post question and answer` : t`Post your question`}
          </Button>
          <span className={classes.hint}>
            {quick && value.title ? (
              <>{t`Without details it is a quick question and needs no tag.`} </>
            ) : null}
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
