/** The address of a post that never changes, whatever becomes of its title. */
export function shortLink(questionId: number, answerId?: number): string {
  const path = answerId === undefined ? `/q/${questionId}` : `/a/${answerId}`;
  return window.location.origin + path;
}
