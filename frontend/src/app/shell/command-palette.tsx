import { Palette } from '@/features/search/palette';
import { useCommands } from './use-commands';

interface CommandPaletteProps {
  typed: string;
  /** What had the focus before. */
  from: Element | null;
  onClose: () => void;
  onHelp: () => void;
}

/** Search, and everything one can do from here by its name. */
export function CommandPalette({ typed, from, onClose, onHelp }: CommandPaletteProps) {
  return <Palette typed={typed} onClose={onClose} commands={useCommands(from, onHelp)} />;
}
