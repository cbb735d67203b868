import { useState } from 'react';
import type { FieldError } from '@/lib/problem';
import { fieldErrorsOf } from './form-errors';

/** A check made before sending: the field, whether it is in order, and the words when it is not. */
type Check = [field: string, holds: boolean, message: string];

/** What is wrong with a form: found here before anything is sent, else said by the server. */
export function useFormErrors(problem: unknown) {
  const [found, setFound] = useState<FieldError[]>([]);
  const passes = (...checks: Check[]): boolean => {
    const failed = checks
      .filter(([, holds]) => !holds)
      .map(([field, , message]) => ({ field, code: 'local', message }));
    setFound(failed);
    return failed.length === 0;
  };
  return found.length > 0
    ? { errors: found, problem: null, passes }
    : { errors: fieldErrorsOf(problem), problem, passes };
}
