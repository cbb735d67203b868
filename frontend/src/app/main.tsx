// First, so that the order of the cascade layers is set before any component's styles.
import './styles/styles.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { sessionRestored } from '@/api/session';
import { activateLanguage, preferredLanguage } from '@/lib/i18n';
import { styleNonce } from '@/lib/nonce';
import { watchAppearance } from '@/lib/theme';
import { App } from './app';

// The scroll lock of dialogs writes a style element of its own and looks for the nonce here.
Object.assign(window, { __webpack_nonce__: styleNonce() });
watchAppearance();
void sessionRestored();
await activateLanguage(preferredLanguage());

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
