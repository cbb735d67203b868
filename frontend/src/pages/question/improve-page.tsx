import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useMe } from '@/api/me';
import { type Suggestion, suggestionQuery, useDecide } from '@/api/suggestions';
import { combine } from '@/features/revisions/merge';
import { ErrorPage, NoAccess, NotFound } from '@/ui/helpful-page';
import { Notice } from '@/ui/notice';
import { toast } from '@/ui/toast';
import { type Edit, EditForm } from './edit-form';
import { EditLoading, EditPage } from './edit-page';
import { idOf } from './question-route';

const route = getRouteApi('/suggestions/$id/improve');

export function ImprovePage() {
  const { id: text } = route.useParams();
  const id = idOf(text);
  return id === null ? <NotFound /> : <Loaded key={id} id={id} />;
}

function Loaded({ id }: { id: number }) {
  const { t } = useLingui();
  const me = useMe();
  const { data, error, refetch } = useQuery(suggestionQuery(id));
  if (error && !data) return <ErrorPage error={error} onRetry={() => void refetch()} />;
  if (!(data && me)) return <EditLoading />;
  if (data.state !== 'waiting') return <NoAccess reason={t`This suggestion is decided already.`} />;
  if (!data.can.decide.allowed) return <NoAccess reason={data.can.decide.reason} />;
  return <Improve suggestion={data} me={me.id} onOvertaken={() => void refetch()} />;
}

interface ImproveProps {
  suggestion: Suggestion;
  me: number;
  onOvertaken: () => void;
}

/** The suggestion in the form, on top of the newest version where both can be combined. */
function Improve({ suggestion, me, onOvertaken }: ImproveProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { id, postId, postKind, question, before, after, current, conflict, version, summary } =
    suggestion;
  const decide = useDecide(suggestion, onOvertaken);
  const [combined] = useState(() => (conflict ? combine(before, current, after) : after));
  const back = () => void navigate({ to: '/suggestions/$id', params: { id: String(id) } });
  const save = ({ title, body, tags, ...rest }: Edit, saved: () => void) =>
    decide.mutate(
      { how: 'improve', edit: { title: title ?? '', body, tags: tags ?? [], ...rest } },
      {
        onSuccess: () => {
          saved();
          toast.done(t`The improved suggestion is accepted.`);
          back();
        },
      },
    );
  const post = {
    ...current,
    version,
    editorName: t`Somebody`,
    editedAt: suggestion.createdAt,
  };
  return (
    <EditPage
      heading={t`Improve a suggested edit`}
      questionId={question.id}
      postId={postId}
      title={question.title}
    >
      {combined ? null : (
        <Notice
          icon={<TriangleAlert size={17} aria-hidden />}
          title={t`Both changed the same lines`}
        >
          <p>
            {t`The form has the suggested text. Bring what was changed since into it, so that nothing is lost.`}{' '}
            <Link to="/suggestions/$id" params={{ id: String(id) }}>{t`Compare them`}</Link>
          </p>
        </Notice>
      )}
      <EditForm
        draft={`${me}.improve.${id}`}
        place={null}
        start={combined ?? after}
        summary={summary}
        post={postKind === 'answer' ? { ...post, title: null, tags: null } : post}
        purpose="improve"
        busy={decide.isPending}
        problem={decide.error}
        onSave={save}
        onCancel={back}
      />
    </EditPage>
  );
}
