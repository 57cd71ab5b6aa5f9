import type { ReachFinding } from "../../../reach/findings/reach-finding.ts";
import { escapeUnsafe } from "../../findings/terminal-text.ts";
import { escapeXml } from "../../graph/escape-xml.ts";
import { placeText } from "../hop-words.ts";

/** What the engine finds by itself as a list, open where something is surely wrong; nothing where it finds nothing. */
export function pageFindings(findings: readonly ReachFinding[]): readonly string[] {
  if (findings.length === 0) return [];
  const open = findings.some(({ severity }) => severity === "warning") ? " open" : "";
  const items = findings.map(item).join("");
  return [
    `<details class="findings"${open}><summary>Findings: ${findings.length}</summary><ul>${items}</ul></details>`,
  ];
}

function item({ severity, rule, place, message, hint }: ReachFinding): string {
  const more = hint === null ? "" : `<br>hint: ${safe(hint)}`;
  return `<li class="${severity}"><b>${severity}</b>: ${safe(message)} [${rule}]<br><code>${safe(placeText(place))}</code>${more}</li>`;
}

function safe(text: string): string {
  return escapeXml(escapeUnsafe(text));
}
