import { client, unwrap } from './client';
import { endSession } from './session';

/** Ends this session on the server first: only then is it true to say that one is signed out. */
export async function signOut(): Promise<void> {
  await unwrap(client.DELETE('/sessions/current'));
  endSession();
}
