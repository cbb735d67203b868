import { PlainArea } from './plain-area';

/** Loads the editor: when it is shown, or a moment before. Where that fails one can still write. */
export function loadEditor() {
  return import('./markdown-editor').then(
    (module) => ({ default: module.MarkdownEditor }),
    () => ({ default: PlainArea }),
  );
}
