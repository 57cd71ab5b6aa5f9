/**
 * True when the numbers of a version come before those of another: `1.3.9` before `1.4.0`. What a version leaves open
 * (`7` beside `7.2`), or is no number (`LATEST`), is not earlier.
 */
export function isEarlierVersion(text: string, than: string): boolean {
  const numbers = text.split(".").map(Number);
  const differences = than.split(".").map((number, index) => (numbers[index] ?? Number.NaN) - Number(number));
  return (differences.find((difference) => difference !== 0) ?? 0) < 0;
}
