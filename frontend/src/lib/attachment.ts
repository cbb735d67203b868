interface Attached {
  url: string;
  name: string;
  picture: boolean;
}

/** A picture with its description, or a link with its name. */
export function markdownOf(file: Attached, description: string): string {
  if (file.picture) return `![${inBrackets(description)}](${encodeURI(file.url)})`;
  return `[${inBrackets(file.name)}](${encodeURI(file.url)})`;
}

/** What to look for in the text, and what to put in its place, when a description changed. */
export function withDescription(file: Attached, before: string, after: string): [string, string] {
  return [markdownOf(file, before), markdownOf(file, after)];
}

function inBrackets(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\[\]]/g, '\\$&');
}

/** The files of a paste or drop. What has words as well is pasted as those: office programs add a picture of them. */
export function filesOf(data: DataTransfer | null): File[] {
  if (!data || data.types.includes('text/plain')) return [];
  return [...data.files];
}
