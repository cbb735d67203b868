import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { createStore, useStore } from '@/lib/store';

interface Toast {
  message: string;
  kind: 'done' | 'info' | 'failed';
}

const wanted = createStore(false);

/** Whether there has been a message: what shows them is loaded with the first one. */
export function useToastsWanted(): boolean {
  return useStore(wanted);
}

async function show({ message, kind }: Toast): Promise<void> {
  wanted.set(true);
  const { notifications } = await import('@mantine/notifications');
  notifications.show({
    message,
    className: `toast toast-${kind}`,
    withBorder: true,
    autoClose: kind === 'failed' ? 10_000 : 5000,
    closeButtonProps: { 'aria-label': i18n._(msg`Close message`) },
  });
}

/** Short messages at the edge of the page. Announced to screen readers; failures stay longer. */
export const toast = {
  done: (message: string) => void show({ message, kind: 'done' }),
  info: (message: string) => void show({ message, kind: 'info' }),
  failed: (message: string) => void show({ message, kind: 'failed' }),
};
