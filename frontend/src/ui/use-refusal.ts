import { useLingui } from '@lingui/react/macro';
import { ApiProblem } from '@/lib/problem';
import { toast } from './toast';

/** Says in a message why something that showed at once was undone again. */
export function useRefusal(): (error: unknown) => void {
  const { t } = useLingui();
  return (error) => {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.code === 'network') {
      toast.failed(t`The server cannot be reached, so nothing was changed. Try again in a moment.`);
    } else {
      toast.failed(error.detail || t`The server could not do this, and nothing was changed.`);
    }
  };
}
