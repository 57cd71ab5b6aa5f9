/** `zone a`, `zones a, b`. */
export function zonesInWords(letters: readonly string[]): string {
  return `${letters.length === 1 ? "zone" : "zones"} ${letters.join(", ")}`;
}
