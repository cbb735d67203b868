import createClient from 'openapi-fetch';
import { currentLanguage } from '@/lib/i18n';
import { networkProblem, problemFrom } from '@/lib/problem';
import { uuid } from '@/lib/uuid';
import type { paths } from './schema';
import { freshAccessToken, refreshSession } from './session';

async function send(request: Request, token: string | null): Promise<Response> {
  request.headers.set('Accept-Language', currentLanguage());
  if (token) request.headers.set('Authorization', `Bearer ${token}`);
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw networkProblem();
  }
}

/** Sends with the session's token; when that was refused, refreshes once and sends again. */
async function sessionFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const token = await freshAccessToken();
  const response = await send(request, token);
  if (response.status !== 401 || token === null) return response;
  return (await refreshSession()) ? send(again, await freshAccessToken()) : response;
}

export const client = createClient<paths>({
  baseUrl: `${window.location.origin}/api/v1`,
  fetch: sessionFetch,
  querySerializer: { array: { style: 'form', explode: true } },
});

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's data, or an ApiProblem thrown. */
export async function unwrap<T>(request: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await request;
  if (!response.ok) throw problemFrom(response.status, error);
  return data as T;
}

/** Header for creations: the same key sent twice creates once. Make one per form, not per attempt. */
export function idempotencyKey(): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': uuid() };
}
