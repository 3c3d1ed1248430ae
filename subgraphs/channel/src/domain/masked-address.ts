/**
 * An address as a page shows it that whoever holds a link can open: enough for its owner to know it again.
 * `ada@example.com` becomes `a…@example.com`, anything else keeps its last four characters.
 */
export function maskedAddress(value: string): string {
  const at = value.lastIndexOf('@');
  return at > 0 ? `${value.slice(0, 1)}…${value.slice(at)}` : `…${value.slice(-4)}`;
}
