/** Several of a kind of value: `subnet ids`, `IPv4 addresses`. */
export function pluralOf(kind: string): string {
  return kind.endsWith("s") ? `${kind}es` : `${kind}s`;
}
