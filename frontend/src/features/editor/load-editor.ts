import { withWords } from '@/lib/lazy';
import { PlainArea } from './plain-area';

const load = withWords(() => import('./markdown-editor'));

/** Loads the editor: when it is shown, or a moment before. Where that fails one can still write. */
export function loadEditor() {
  return load().then(
    (module) => ({ default: module.MarkdownEditor }),
    () => ({ default: PlainArea }),
  );
}
