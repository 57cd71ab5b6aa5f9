/** A rule in Suricata's words. */
export interface SuricataRule {
  /** Null: it has none, or none that can be read. */
  readonly sid: number | null;
}

/** The rules of a text in Suricata's words: one a line, which a backslash at its end continues; lines with # are comments. */
export function suricataRulesIn(text: string): readonly SuricataRule[] {
  return text
    .replace(/\\\r?\n/g, " ")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ sid: sidOf(line) }));
}

function sidOf(rule: string): number | null {
  const outsideOfQuotes = rule.replace(/"(?:\\.|[^"\\])*"/g, "");
  const sid = /[(;]\s*sid\s*:\s*([0-9]{1,10})\s*;/.exec(outsideOfQuotes)?.[1];
  return sid === undefined ? null : Number(sid);
}
