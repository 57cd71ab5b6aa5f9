import { createHash } from "node:crypto";
import type { Finding } from "./finding.ts";

/**
 * A fingerprint for each finding, in their order: 64 hexadecimal digits made from rule, file and blueprint path, and not
 * from line or message, so that it stays the same when the text around the finding moves. Where these three are the
 * same, the second finding and each later one is told apart by its number.
 */
export function fingerprintsOf(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, file, pointer }) => {
    const identity = JSON.stringify([rule, file, pointer]);
    const before = seen.get(identity) ?? 0;
    seen.set(identity, before + 1);
    const text = before === 0 ? identity : `${identity}#${before + 1}`;
    return createHash("sha256").update(text).digest("hex");
  });
}
