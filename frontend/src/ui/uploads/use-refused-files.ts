import { useLingui } from '@lingui/react/macro';
import { ApiProblem } from '@/lib/problem';

/** Says why a file was not taken. */
export function useFileRefusal() {
  const { t } = useLingui();
  return (problem: unknown): string => {
    if (!(problem instanceof ApiProblem)) return t`It is larger than 10 MB. Send a smaller one.`;
    if (problem.code === 'network') {
      return t`The server could not be reached. Add it again when you are online.`;
    }
    return problem.errors[0]?.message ?? problem.detail;
  };
}

interface Refused {
  problem?: unknown;
}

/** Says of each file that was not taken why. */
export function useRefusedFiles() {
  const refusal = useFileRefusal();
  return <One extends Refused>(files: One[]) =>
    files.map((file) => ({ ...file, refusal: file.problem ? refusal(file.problem) : undefined }));
}
