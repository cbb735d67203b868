import { storage } from './storage';
import { createStore, useStore } from './store';

// A matter of this browser, which has to allow it, and not of the account.
const key = 'wellspring.desktop-notices';

export const noticesSupported = 'Notification' in window;

function allowed(): boolean {
  return noticesSupported && Notification.permission === 'granted' && storage.read(key) !== null;
}

const wanted = createStore(allowed());

export function useDesktopNotices(): boolean {
  return useStore(wanted);
}

/** Asks the browser where it has not been asked yet; gives whether notices are shown from now on. */
export async function wantDesktopNotices(want: boolean): Promise<boolean> {
  if (want && noticesSupported) await Notification.requestPermission();
  if (want) storage.write(key, '1');
  else storage.remove(key);
  wanted.set(allowed());
  return allowed();
}

interface Notice {
  title: string;
  body: string;
  /** A later notice with the same tag takes this one's place. */
  tag: string;
  onOpen: () => void;
}

/** Whether somebody wants notices and does not see the page at the moment. */
export function isNoticeDue(): boolean {
  return wanted.get() && document.hidden;
}

export function showDesktopNotice({ title, body, tag, onOpen }: Notice): void {
  const notice = new Notification(title, { body, tag });
  notice.addEventListener('click', () => {
    window.focus();
    notice.close();
    onOpen();
  });
}
