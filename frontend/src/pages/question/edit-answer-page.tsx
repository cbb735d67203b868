import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { answerQuery, useEditAnswer } from '@/api/answers';
import { questionQuery } from '@/api/questions';
import { useSuggest } from '@/api/suggestions';
import type { Answer } from '@/api/types';
import { ErrorPage, NoAccess, NotFound } from '@/ui/helpful-page';
import { toast } from '@/ui/toast';
import { type Edit, type Editable, EditForm } from './edit-form';
import { EditLoading, EditPage, useStart } from './edit-page';
import { idOf } from './question-route';

const route = getRouteApi('/answers/$id/edit');

export function EditAnswerPage() {
  const { id: text } = route.useParams();
  const id = idOf(text);
  return id === null ? <NotFound /> : <LoadedAnswer key={id} id={id} />;
}

function LoadedAnswer({ id }: { id: number }) {
  const { data, error, refetch } = useQuery(answerQuery(id));
  if (error && !data) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  if (!data) return <EditLoading />;
  const { edit, suggest } = data.can;
  if (!(edit.allowed || suggest.allowed)) return <NoAccess reason={suggest.reason} />;
  return <EditAnswer answer={data} onOvertaken={() => void refetch()} />;
}

function editable(answer: Answer): Editable {
  const { body, version, editor, authorName, editedAt, createdAt } = answer;
  return {
    title: null,
    body,
    tags: null,
    version,
    editorName: editor?.name ?? authorName,
    editedAt: editedAt ?? createdAt,
  };
}

interface EditAnswerProps {
  answer: Answer;
  onOvertaken: () => void;
}

function EditAnswer({ answer, onOvertaken }: EditAnswerProps) {
  const { t } = useLingui();
  const { id, questionId } = answer;
  const { version } = route.useSearch();
  const navigate = useNavigate();
  const { data: page } = useQuery(questionQuery(questionId));
  const suggests = !answer.can.edit.allowed;
  const edit = useEditAnswer(id, onOvertaken);
  const suggest = useSuggest(questionId, id, onOvertaken);
  const post = editable(answer);
  const start = useStart({ postId: id, post, version });
  const back = () =>
    void navigate({
      to: '/questions/$id/{-$slug}',
      params: { id: String(questionId), slug: page?.question.slug },
      hash: `answer-${id}`,
    });

  const save = ({ body, summary, version: from }: Edit, saved: () => void) => {
    const onSuccess = () => {
      saved();
      toast.done(suggests ? t`Your suggestion waits for a decision.` : t`Your changes are saved.`);
      back();
    };
    const change = { body, summary, version: from };
    if (suggests) suggest.mutate(change, { onSuccess });
    else edit.mutate(change, { onSuccess });
  };
  if (!start) return <EditLoading />;
  return (
    <EditPage
      heading={suggests ? t`Suggest an edit of the answer` : t`Edit the answer`}
      suggests={suggests}
      questionId={questionId}
      postId={id}
      title={page?.question.title ?? ''}
    >
      <EditForm
        {...start}
        post={post}
        space={page?.question.space.slug}
        {...(suggests ? { purpose: 'suggest' } : {})}
        busy={edit.isPending || suggest.isPending}
        problem={edit.error ?? suggest.error}
        onSave={save}
        onCancel={back}
      />
    </EditPage>
  );
}
