interface Shared {
  title: string;
  /** As its author wrote it. */
  body: string;
  /** Where it stands and who wrote it, as Markdown. */
  source: string;
}

/** A post as Markdown that still reads and leads back elsewhere: heading, text, source. */
export function asMarkdown({ title, body, source }: Shared, origin: string): string {
  const parts = [`# ${escaped(title)}`, withFullAddresses(body.trim(), origin), source];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

export function markdownLink(text: string, address: string): string {
  return `[${escaped(text)}](${address})`;
}

/** Plain text in which nothing is Markdown. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>~#|]/g, '\\$&');
}

const fence = /^ {0,3}(`{3,}|~{3,})/;

/** Addresses that begin at our root begin at our host; what is code stays as it was written. */
function withFullAddresses(body: string, origin: string): string {
  let open = '';
  return body
    .split('\n')
    .map((line) => {
      const [, marks = ''] = fence.exec(line) ?? [];
      const within = open !== '';
      if (!within) open = marks;
      else if (marks.startsWith(open) && line.trim() === marks) open = '';
      return within || marks ? line : outsideOfCode(line, origin);
    })
    .join('\n');
}

function outsideOfCode(line: string, origin: string): string {
  return line
    .split(/(`+[^`]*`+)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/(\]\(|^\[[^\]]+\]: )\/(?!\/)/g, `$1${origin}/`),
    )
    .join('');
}
