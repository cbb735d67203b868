import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { questionQuery, useEditQuestion } from '@/api/questions';
import { useSuggest } from '@/api/suggestions';
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
  const { edit, suggest } = data.question.can;
  if (!(edit.allowed || suggest.allowed)) return <NoAccess reason={suggest.reason} />;
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
  const suggests = !question.can.edit.allowed;
  const edit = useEditQuestion(id, onOvertaken);
  const suggest = useSuggest(id, id, onOvertaken);
  const post = editable(question);
  const start = useStart({ postId: id, post, version });
  const back = () =>
    void navigate({ to: '/questions/$id/{-$slug}', params: { id: String(id), slug } });

  const save = (input: Edit, saved: () => void) => {
    const { body, summary, version } = input;
    const onSuccess = () => {
      saved();
      toast.done(suggests ? t`Your suggestion waits for a decision.` : t`Your changes are saved.`);
      back();
    };
    const change = { title: input.title ?? '', body, tags: input.tags ?? [], summary, version };
    if (suggests) suggest.mutate(change, { onSuccess });
    else edit.mutate(change, { onSuccess });
  };
  if (!start) return <EditLoading />;
  return (
    <EditPage
      heading={suggests ? t`Suggest an edit of the question` : t`Edit the question`}
      questionId={id}
      postId={id}
      title={title}
      suggests={suggests}
    >
      <EditForm
        {...start}
        post={post}
        space={question.space.slug}
        {...(suggests ? { purpose: 'suggest' } : {})}
        busy={edit.isPending || suggest.isPending}
        problem={edit.error ?? suggest.error}
        onSave={save}
        onCancel={back}
      />
    </EditPage>
  );
}
