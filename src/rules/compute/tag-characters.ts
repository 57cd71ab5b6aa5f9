import { computeFacts } from "../../aws/facts/compute.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Path } from "../../base/path.ts";
import { strictlyTagged } from "../../model/compute/tagged.ts";
import type { Tags } from "../../model/types/shared.ts";
import type { Report, Rule } from "../rule.ts";

const REFUSED = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/u;

/** Tags have what the strictest service takes. */
export const tagCharacters: Rule<"tag-characters"> = {
  id: "tag-characters",
  severity: "error",
  title: "Tags have characters that the service of what is tagged takes.",
  why: "EC2 takes any character in a tag. IAM, ECS, Elastic Load Balancing and CloudWatch Logs take letters, digits, spaces and _.:/=+-@ only, and refuse to make what has another one, which Terraform's plan does not know. The blueprint's own tags go to everything that it makes.",
  sources: [computeFacts.tagCharacters],
  check(network, report) {
    const strict = strictlyTagged(network);
    const [first] = strict;
    if (first !== undefined) checkTags(report, ["tags"], network.tags, first.service);
    for (const { path, tags, service } of strict) checkTags(report, [...path, "tags"], tags, service);
  },
};

function checkTags(report: Report, path: Path, tags: Tags, service: string): void {
  for (const [key, value] of Object.entries(tags)) {
    const hint = "write it with letters, digits, spaces and _.:/=+-@";
    const inKey = REFUSED.exec(key);
    if (inKey !== null)
      report(atKey([...path, key]), `${service} takes no ${shown(inKey)} in the key of a tag`, hint);
    const inValue = REFUSED.exec(value);
    if (inValue !== null)
      report([...path, key], `${service} takes no ${shown(inValue)} in the value of a tag`, hint);
  }
}

/** The character, and its number where it may not be seen. */
function shown([character = ""]: RegExpExecArray): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return /[\x21-\x7e]/.test(character) ? `"${character}"` : `character U+${number}`;
}
