import { client, unwrap } from './client';
import type { components } from './schema';

export type Upload = components['schemas']['Upload'];

/** What the server takes at most, so that nobody waits for a refusal. */
export const maxUpload = 10 * 2 ** 20;

/** Thrown for what is not even sent. */
export class TooLargeFile extends Error {}

/** Sends a file as it is; the same file sent again is the same upload. */
export function sendUpload(file: File): Promise<Upload> {
  return unwrap(
    client.POST('/uploads', {
      params: { query: { name: file.name || 'file' } },
      // The document calls the bytes of a file a string.
      body: file as unknown as string,
      bodySerializer: (body: unknown) => body,
      headers: { 'Content-Type': 'application/octet-stream' },
    }),
  );
}
