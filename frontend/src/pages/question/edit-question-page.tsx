import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { questionQuery, useEditQuestion } from '@/api/questions';
import type { Question } from '@/api/types';
import { ErrorPage, NoAccess, NotFound } from '@/ui/helpful-page';
import { toast } from '@/ui/toast';
import { type Edit, type Editable, EditForm } from './edit-form';
import { EditLoading, EditPage, useStart } from './edit-page';
import { idOf } from './question-route';

const route = getRouteApi('/questions/$id/edit');

export function EditQuestionPage() {
  const { id: text } = route.useParams();
  const id = idOf(text);
  return id === null ? <NotFound /> : <LoadedQuestion key={id} id={id} />;
}

function LoadedQuestion({ id }: { id: number }) {
  const { data, error, refetch } = useQuery(questionQuery(id));
  if (error && !data) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  if (!data) return <EditLoading />;
  const { edit } = data.question.can;
  if (!edit.allowed) return <NoAccess reason={edit.reason} />;
  return <EditQuestion question={data.question} onOvertaken={() => void refetch()} />;
}

function editable(question: Question): Editable {
  const { title, body, tags, version, editor, authorName, editedAt, createdAt } = question;
  return {
    title,
    body,
    tags,
    version,
    editorName: editor?.name ?? authorName,
    editedAt: editedAt ?? createdAt,
  };
}

interface EditQuestionProps {
  question: Question;
  onOvertaken: () => void;
}

function EditQuestion({ question, onOvertaken }: EditQuestionProps) {
  const { t } = useLingui();
  const { id, slug, title } = question;
  const { version } = route.useSearch();
  const navigate = useNavigate();
  const edit = useEditQuestion(id, onOvertaken);
  const post = editable(question);
  const start = useStart({ postId: id, post, version });
  const back = () =>
    void navigate({ to: '/questions/$id/{-$slug}', params: { id: String(id), slug } });

  const save = (input: Edit, saved: () => void) =>
    edit.mutate(
      {
        title: input.title ?? '',
        body: input.body,
        tags: input.tags ?? [],
        summary: input.summary,
        version: input.version,
      },
      {
        onSuccess: () => {
          saved();
          toast.done(t`Your changes are saved.`);
          back();
        },
      },
    );
  if (!start) return <EditLoading />;
  return (
    <EditPage heading={t`Edit the question`} questionId={id} postId={id} title={title}>
      <EditForm
        {...start}
        post={post}
        space={question.space.slug}
        busy={edit.isPending}
        problem={edit.error}
        onSave={save}
        onCancel={back}
      />
    </EditPage>
  );
}
