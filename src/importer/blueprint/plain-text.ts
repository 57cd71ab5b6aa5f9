// Everything that moves a cursor, reorders text or breaks a line, and half characters: a blueprint holds none of them.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Cn}]+/gu;

/** A text of strangers as one harmless line of at most `longest` characters; undefined when nothing is left. */
export function plainText(text: string | null, longest: number): string | undefined {
  const plain = (text ?? "").replace(UNSAFE, " ").trim();
  return plain === "" ? undefined : [...plain].slice(0, longest).join("");
}
