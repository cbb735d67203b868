import { type Extension, Prec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { filesOf } from '@/lib/attachment';

/** Hands over pasted and dropped files, unless nobody takes them; what is dropped lands where it was let go. */
export function filesTaken(take: (files: File[]) => boolean): Extension {
  return Prec.high(
    EditorView.domEventHandlers({
      paste: (event) => handOver(event, filesOf(event.clipboardData), take),
      drop: (event, view) => {
        const files = filesOf(event.dataTransfer);
        if (files.length === 0) return false;
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
        if (at !== null) view.dispatch({ selection: { anchor: at } });
        return handOver(event, files, take);
      },
    }),
  );
}

function handOver(event: Event, files: File[], take: (files: File[]) => boolean): boolean {
  if (files.length === 0 || !take(files)) return false;
  event.preventDefault();
  return true;
}
