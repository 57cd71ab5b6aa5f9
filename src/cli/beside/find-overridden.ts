import { isRecord, parseJson } from "../../base/untrusted-json.ts";
import { applyOverrides } from "../../change/beside/apply-overrides.ts";
import { readStackOutput } from "../../change/read-stack-output.ts";
import type { Override } from "../../change/types.ts";
import { unprotectedBy } from "../../change/unprotected-by.ts";
import { valueText } from "../../reports/changes/describe-change.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import { aboutFile, type Said } from "./about-file.ts";
import type { OwnFile, StackBeside } from "./stack-beside.ts";

/** Notes for what override files change of what Hextet makes, and warnings where a protection goes with it. */
export function findOverridden(stack: StackBeside): readonly Finding[] {
  const json = parseJson(stack.text);
  const overrides = isRecord(json) ? applyOverrides(json, stack.files).overrides : [];
  const open = unprotectedIn(stack);
  return stack.files
    .filter(({ isOverride }) => isOverride)
    .flatMap((file) => {
      const own = overrides.filter((one) => one.file === file.name);
      const addresses = [...new Set(own.map(({ address }) => address))];
      return addresses.flatMap((address) => {
        const changes = own.filter((one) => one.address === address);
        return [noteOf(address, changes), ...(open.has(address) ? [warningOf(address)] : [])].map((said) =>
          aboutFile(file, { ...said, offset: offsetOf(file, address) }),
        );
      });
    });
}

/** Addresses of what is protected from destruction as the blueprint says it, and not as the files leave it. */
function unprotectedIn({ name, text, files }: StackBeside): ReadonlySet<string> {
  const [before, after] = [readStackOutput(name, text), readStackOutput(name, text, files)];
  return new Set(before === null || after === null ? [] : unprotectedBy(before, after));
}

function noteOf(address: string, changes: readonly Override[]): Omit<Said, "offset"> {
  const words = changes.map(
    ({ argument, before, after }) => `${argument} ${valueText(before)} -> ${valueText(after)}`,
  );
  return {
    rule: "extend/overrides",
    severity: "note",
    message: `it changes ${address}: ${words.join(", ")}`,
    hint: "rules, `hextet reach` and the laboratory judge what the blueprint says; `hextet diff` and plans know of the change",
  };
}

function warningOf(address: string): Omit<Said, "offset"> {
  return {
    rule: "extend/unprotects",
    severity: "warning",
    message: `it takes the protection from destruction away that ${address} has`,
    hint: "leave the protection on, or let the blueprint say that it goes",
  };
}

function offsetOf({ blocks }: OwnFile, address: string): number | null {
  const found = (blocks ?? []).find(({ type, labels }) => {
    const words = type === "resource" ? labels : [type, ...labels];
    return words.join(".") === address;
  });
  return found?.offset ?? null;
}
