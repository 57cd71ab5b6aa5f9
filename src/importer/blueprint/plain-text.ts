// Everything that moves a cursor, reorders text or breaks a line, and half characters: a blueprint holds none of them.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Cn}]+/gu;

/** A text of strangers as one harmless line of at most `longest` characters; undefined when nothing is left. */
export function plainText(text: string | null, longest: number): string | undefined {
  const plain = (text ?? "").replace(UNSAFE, " ").trim();
  return plain === "" ? undefined : [...plain].slice(0, longest).join("");
}

/** What EC2 does not take in the descriptions of security groups and their rules: the fact `securityGroupDescriptions`. */
const NOT_IN_DESCRIPTIONS = /[^a-zA-Z0-9 ._:/()#,@[\]+=&;{}!$*-]/g;

/** A description as a blueprint takes it; what EC2 itself would refuse, as very old groups have it, becomes a space. */
export function descriptionText(text: string | null, longest: number): string | undefined {
  return plainText((text ?? "").replace(NOT_IN_DESCRIPTIONS, " "), longest);
}
