import { compile } from "../../../src/pipeline.ts";
import type { Finding } from "../../../src/reports/findings/finding.ts";
import { FORMATS, type Format, renderReport } from "../../../src/reports/findings/render-report.ts";
import { formatBlueprint } from "../../../src/reports/format/format-blueprint.ts";
import { at, listAt, parseJson } from "../json.ts";
import { readXml } from "../read-xml.ts";
import { stackText } from "../synth-json.ts";

/** A day on which nothing of the blueprints has expired. */
const TODAY = "2026-11-29";
/** The formats that every text is shown in; the others are made like these, and a part of the texts is shown in all. */
const OFTEN = ["pretty", "json", "sarif", "markdown"] as const;
const FILE = "blueprints/hostile.yaml";
/** What drives a terminal, reorders text, separates lines or is half of a character. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** What came of a text: how many findings, and what must never be, one line each. */
export interface HostileResult {
  readonly findings: number;
  readonly isAccepted: boolean;
  readonly problems: readonly string[];
}

/** Compiles a text and renders what is found in every format. Never throws: that would be a problem. */
export async function hostileProblems(text: string): Promise<HostileResult> {
  try {
    const { networks, findings, accepted } = compile([{ file: FILE, text }], TODAY);
    for (const network of networks) stackText(network);
    const isEighth = text.length % 8 === 0;
    // It takes as long as all else together, and meets the same texts: a part of them.
    if (isEighth) formatBlueprint(text);
    const report = { findings, accepted, files: [FILE], failOn: "error", version: "0.0.0" } as const;
    const shown = await Promise.all(
      (isEighth ? FORMATS : OFTEN).map(
        async (format) => [format, await renderReport(format, report)] as const,
      ),
    );
    const problems = [
      ...(networks.length === 0 && findings.length === 0 ? ["it is refused without a word"] : []),
      ...[...findings, ...accepted].flatMap((finding) => placeProblems(finding, text)),
      ...shown.flatMap(([format, out]) =>
        formatProblems(format, out, findings.length).map((one) => `${format}: ${one}`),
      ),
      ...("polluted" in {} ? ["every object has a new key"] : []),
    ];
    return { findings: findings.length, isAccepted: networks.length > 0, problems };
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { findings: 0, isAccepted: false, problems: [`it throws ${why}`] };
  }
}

/** Every finding stands on a line of the text, in columns that the line has. */
function placeProblems({ span, line, rule, file }: Finding, text: string): readonly string[] {
  if (span === null) return line === null && file === FILE ? [] : [`${rule} stands nowhere of ${file}`];
  const lines = text.split("\n");
  const { line: first, column, endLine, endColumn } = span;
  const isInside =
    file === FILE &&
    line !== null &&
    first >= 1 &&
    endLine >= first &&
    endLine <= lines.length &&
    column >= 1 &&
    column <= (lines[first - 1] ?? "").length + 1 &&
    endColumn <= (lines[endLine - 1] ?? "").length + 1 &&
    (first !== endLine || endColumn >= column);
  return isInside ? [] : [`${rule} stands at ${JSON.stringify(span)} of ${file}`];
}

function formatProblems(format: Format, out: string, findings: number): readonly string[] {
  const raw = UNSAFE.exec(out.replaceAll("\n", ""));
  return [
    ...(raw === null ? [] : [`U+${raw[0].codePointAt(0)?.toString(16)} is written as it is`]),
    ...(SYNTAX[format]?.(out, findings) ?? []),
  ];
}

/** What each format says must hold of its own syntax. */
const SYNTAX: Partial<Record<Format, (out: string, findings: number) => readonly string[]>> = {
  compact: linesOf(/^blueprints\/hostile\.yaml(?::\d+:\d+)?: (error|warning|note): .* \[\S+\]$/),
  github: linesOf(/^::(error|warning|notice) [^:]*::(?:[^%\r]|%25|%0A|%0D)*$/),
  json: (out, findings) => counted(listAt(parseJson(out, "the findings"), "findings").length, findings),
  gitlab: (out, findings) => counted(listAt({ all: parseJson(out, "the findings") }, "all").length, findings),
  sarif: (out) =>
    listAt(parseJson(out, "the log"), "runs", 0, "results").flatMap((result) => {
      const message = String(at(result, "message", "text")).replace(/\{\{|\}\}/g, "");
      return /[{}]|\]\(/.test(message) ? [`a message has a placeholder or a link: ${message}`] : [];
    }),
  junit: (out) => (readXml(out).length > 0 ? [] : ["there is no element"]),
  markdown: (out) => {
    // A cell holds text in `<code>`, in which only numeric references stand for what Markdown or HTML could read.
    const frame = out.replace(/<code>((?:[^\\`*_[\]<>&|~#@$\n]|&#\d+;)*)<\/code>/g, "");
    const isTable =
      /^### Hextet\n\n[\w ,:.]*\n(?:\n[|\w :<>-]*)?(?:\n\|[^\n<>]*(?:<br>hint: )?[^\n<>]*)*\n?$/.test(frame);
    return isTable ? [] : ["there is markup outside of the frame"];
  },
};

function linesOf(form: RegExp): (out: string, findings: number) => readonly string[] {
  return (out, findings) => {
    const lines = out.split("\n").slice(0, -1);
    return [
      ...counted(lines.length, findings),
      ...lines.filter((line) => !form.test(line)).map((line) => `a line has another form: ${line}`),
    ];
  };
}

function counted(shown: number, findings: number): readonly string[] {
  return shown === findings ? [] : [`${shown} of ${findings} findings are shown`];
}
