/**
 * A part of what was found, with what matched marked. The server escapes it; reading it as a document
 * and keeping nothing but texts and marks means that the page need not rely on that.
 */
export function Snippet({ html }: { html: string }) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node, index) =>
    node.nodeName === 'MARK' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
      <mark key={index}>{node.textContent}</mark>
    ) : (
      node.textContent
    ),
  );
}
