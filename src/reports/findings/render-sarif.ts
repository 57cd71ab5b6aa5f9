import { explanations } from "./explanations.ts";
import type { AcceptedFinding, Finding } from "./finding.ts";
import type { FindingsReport } from "./findings-report.ts";
import { fingerprintsOf } from "./fingerprints.ts";
import { explainCommand, stringifySafely } from "./render-findings.ts";

type Shown = Finding & Partial<Pick<AcceptedFinding, "reason">>;

/**
 * The findings as SARIF 2.1.0, for code scanning. What the blueprint accepts is a result with a suppression that tells
 * the reason. Columns count UTF-16 units.
 */
export function renderSarif({ findings, accepted, version }: FindingsReport): string {
  const shown: readonly Shown[] = [...findings, ...accepted];
  const rules = [...new Set(shown.map(({ rule }) => rule))].sort();
  const fingerprints = fingerprintsOf(shown);
  const run = {
    tool: { driver: { name: "Hextet", version, rules: rules.map(ruleOf) } },
    columnKind: "utf16CodeUnits",
    results: shown.map((finding, index) => resultOf(finding, rules, fingerprints[index] ?? "")),
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${stringifySafely(log)}\n`;
}

function ruleOf(id: string) {
  const explanation = explanations.find((one) => one.id === id);
  // A rule of a user's own hook: there is nothing to say about it but its name.
  if (explanation === undefined) return { id };
  const { severity, title, why } = explanation;
  return {
    id,
    shortDescription: { text: plainText(title) },
    fullDescription: { text: plainText(why) },
    help: { text: plainText(`${why}\n\nRun: ${explainCommand(id)}`) },
    defaultConfiguration: { level: severity },
  };
}

function resultOf(finding: Shown, rules: readonly string[], fingerprint: string) {
  const { file, span, severity, rule, message, hint, pointer, reason } = finding;
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: severity,
    message: { text: plainText(hint === null ? message : `${message}\nhint: ${hint}`) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...regionOf(span) },
        ...(pointer !== null && { logicalLocations: [{ fullyQualifiedName: pointer }] }),
      },
    ],
    partialFingerprints: { "hextetFinding/v1": fingerprint },
    // An empty list says that the result was looked at and is not suppressed (section 3.27.23).
    suppressions: reason === undefined ? [] : [{ kind: "inSource", justification: reason }],
  };
}

/** Without a region the whole artifact is meant (section 3.29.4). */
function regionOf(span: Finding["span"]) {
  if (span === null) return {};
  const { line, column, endLine, endColumn } = span;
  return { region: { startLine: line, startColumn: column, endLine, endColumn } };
}

/** A message that is only text: braces would be placeholders (section 3.11.5), `[...](...)` a link (3.11.6). */
function plainText(text: string): string {
  return text.replace(/[{}]/g, "$&$&").replaceAll("](", "] (");
}

/** The path as a reference from the repository's root; an absolute one as a `file:` URI. */
function uriOf(file: string): string {
  const path = file
    .replace(/^\.\//, "")
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
  return path.startsWith("/") ? `file://${path}` : path;
}
