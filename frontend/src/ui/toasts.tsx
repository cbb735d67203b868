import '@mantine/core/styles/Notification.layer.css';
import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';

/** Where messages appear. Loaded with the first of them. */
export function Toasts() {
  return <Notifications position="bottom-right" limit={4} />;
}
