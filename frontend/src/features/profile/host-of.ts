/** What one reads of an address: example.org/about, without the protocol. */
export function hostOf(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
