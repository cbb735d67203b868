/** The rows of a spreadsheet, as programs copy them in plain text, as a Markdown table; null where it is none. */
export function tableOf(text: string): string | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const rows = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  const width = rows[0]?.length ?? 0;
  // Code is indented by tabs as well, but not the same number of them in each line, and not in between.
  const isTable = rows.length > 1 && width > 1 && rows.every((row) => row.length === width);
  if (!isTable || lines.some((line) => line.startsWith('\t\t'))) return null;
  const written = rows.map((row) => `| ${row.map(escaped).join(' | ')} |`);
  written.splice(1, 0, `|${' --- |'.repeat(width)}`);
  return written.join('\n');
}

function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|');
}
