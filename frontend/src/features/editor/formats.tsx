import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import {
  Bold,
  Code,
  Heading2,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Quote,
  SquareCode,
  Table,
} from 'lucide-react';
import {
  type Command,
  cycleHeading,
  insertBlock,
  insertCodeBlock,
  insertLink,
  prefixLines,
  wrap,
} from './commands';

interface Format {
  label: MessageDescriptor;
  Icon: LucideIcon;
  run: Command;
  /** In CodeMirror's notation. */
  key?: string;
}

const emptyTable = '|  |  |\n| --- | --- |\n|  |  |';

/** The toolbar from left to right, in groups. */
export const formats: Format[][] = [
  [
    { label: msg`Heading`, Icon: Heading2, run: cycleHeading, key: 'Mod-Alt-h' },
    { label: msg`Bold`, Icon: Bold, run: wrap('**'), key: 'Mod-b' },
    { label: msg`Italic`, Icon: Italic, run: wrap('*'), key: 'Mod-i' },
  ],
  [
    { label: msg`Code`, Icon: Code, run: wrap('`'), key: 'Mod-e' },
    { label: msg`Code block`, Icon: SquareCode, run: insertCodeBlock, key: 'Mod-Alt-c' },
    { label: msg`Link`, Icon: Link, run: insertLink, key: 'Mod-k' },
    { label: msg`Quote`, Icon: Quote, run: prefixLines('> ', /^> ?/), key: 'Mod-Shift-9' },
    { label: msg`Table`, Icon: Table, run: insertBlock(emptyTable) },
  ],
  [
    {
      label: msg`Bulleted list`,
      Icon: List,
      run: prefixLines('- ', /^[-*] (?!\[[ x]\] )/),
      key: 'Mod-Shift-8',
    },
    {
      label: msg`Numbered list`,
      Icon: ListOrdered,
      run: prefixLines((index) => `${index + 1}. `, /^\d+\. /),
      key: 'Mod-Shift-7',
    },
    { label: msg`Task list`, Icon: ListChecks, run: prefixLines('- [ ] ', /^[-*] \[[ x]\] /) },
  ],
];
