import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { compile } from "../../../src/pipeline.ts";
import type { Finding } from "../../../src/reports/findings/finding.ts";
import type { FindingsReport } from "../../../src/reports/findings/findings-report.ts";
import { fingerprintsOf } from "../../../src/reports/findings/fingerprints.ts";
import { FORMATS, renderReport } from "../../../src/reports/findings/render-report.ts";
import { readXml } from "../../support/read-xml.ts";
import { sarifSchema } from "../../support/sarif-schema.ts";

const folder = new URL("./formats/", import.meta.url);
const text = (name: string) => readFileSync(new URL(name, folder), "utf8");

/** What a hostile text must not smuggle into any format. */
const HOSTILE =
  "\"'`\\ ]]> --> </failure><x/> ::error::a %0A%25 , : | @team #1 [a](http://b) www.b {0} \r\n\t::stop-commands::x \u202e\u2066\u00ad\u061c\u180e\ufff9\u{e0041}\u001b[2J\u0001\u009b\ufffe\ud800 &amp; <script>";

function reportOf(...names: readonly string[]): FindingsReport {
  const files = names.map((name) => ({ file: `blueprints/${name}`, text: text(name) }));
  const { findings, accepted } = compile(files, "2026-11-21");
  return { findings, accepted, files: files.map(({ file }) => file), failOn: "error", version: "0.0.0" };
}

const hostile = {
  file: `blueprints/${HOSTILE}.yaml`,
  span: { line: 3, column: 5, endLine: 3, endColumn: 9 },
  severity: "error",
  rule: `rule/${HOSTILE}`,
  message: `unknown key ${HOSTILE}`,
  hint: `write ${HOSTILE}`,
  pointer: `network[${HOSTILE}]`,
  line: HOSTILE,
} satisfies Finding;
const hostileReport: FindingsReport = {
  findings: [hostile, { ...hostile, severity: "warning" }],
  accepted: [{ ...hostile, severity: "warning", reason: HOSTILE }],
  files: ["blueprints/good.yaml"],
  failOn: "error",
  version: "0.0.0",
};
const nothing: FindingsReport = { ...hostileReport, findings: [], accepted: [] };

const ajv = new Ajv({ allErrors: true, strict: true });
const findingsSchema = JSON.parse(
  readFileSync(new URL("../../../docs/findings.schema.json", import.meta.url), "utf8"),
);
const errorsOf = (schema: object, json: string) => {
  const validate = ajv.compile(schema);
  validate(JSON.parse(json));
  return validate.errors ?? [];
};

describe("every format", () => {
  it.each(FORMATS)("shows the findings of two blueprints as %s", async (format) => {
    const shown = await renderReport(format, reportOf("broken.yaml", "warned.yaml"));
    await expect(shown).toMatchFileSnapshot(`./formats/bad.${format}.out`);
  });

  it.each(FORMATS)("of %s holds no character that drives a terminal or reorders text", async (format) => {
    const shown = await renderReport(format, hostileReport);
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });
});

describe("compact", () => {
  it("has one line for each finding, and none without", async () => {
    const lines = (await renderReport("compact", hostileReport)).trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    expect(await renderReport("compact", nothing)).toBe("");
  });
});

describe("json", () => {
  it.each([
    ["two blueprints", reportOf("broken.yaml", "warned.yaml")],
    ["hostile text", hostileReport],
    ["nothing", nothing],
  ])("of %s is what docs/findings.schema.json says", async (_, report) => {
    expect(errorsOf(findingsSchema, await renderReport("json", report))).toEqual([]);
  });

  it("is refused by that schema when a key is missing", () => {
    expect(errorsOf(findingsSchema, '{ "version": 1, "findings": [] }')).not.toEqual([]);
    expect(errorsOf(findingsSchema, '{ "version": 1, "findings": [{}], "summary": {} }')).not.toEqual([]);
  });
});

describe("sarif", () => {
  it.each([
    ["two blueprints", reportOf("broken.yaml", "warned.yaml")],
    ["hostile text", hostileReport],
    ["nothing", nothing],
  ])("of %s is what the specification says", async (_, report) => {
    expect(errorsOf(sarifSchema, await renderReport("sarif", report))).toEqual([]);
  });

  it("suppresses what is accepted, with its reason, and nothing else", async () => {
    const [run] = JSON.parse(await renderReport("sarif", hostileReport)).runs;
    expect(run.results.map(({ suppressions }: { suppressions: unknown }) => suppressions)).toEqual([
      [],
      [],
      [{ kind: "inSource", justification: HOSTILE }],
    ]);
  });

  it("has no placeholder and no link in a message", async () => {
    const [run] = JSON.parse(await renderReport("sarif", hostileReport)).runs;
    const [{ message }] = run.results;
    expect(message.text).toContain("[a] (http://b) www.b {{0}}");
  });

  it("names files by URI references", async () => {
    const findings = ["a b:c%.yaml", "/etc/a.yaml", "./x.yaml", "<stdin>"].map((file) => ({
      ...hostile,
      file,
    }));
    const [run] = JSON.parse(await renderReport("sarif", { ...nothing, findings })).runs;
    type Result = { locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] };
    const uris = run.results.map(
      ({ locations }: Result) => locations[0].physicalLocation.artifactLocation.uri,
    );
    expect(uris).toEqual(["a%20b%3Ac%25.yaml", "file:///etc/a.yaml", "x.yaml", "%3Cstdin%3E"]);
  });
});

describe("a finding about a file as a whole", () => {
  const finding: Finding = {
    ...hostile,
    ...{ file: "plan.json", span: null, rule: "r", message: "m", hint: null, pointer: null, line: null },
  };
  const shown = (format: (typeof FORMATS)[number]) =>
    renderReport(format, { ...nothing, findings: [finding], files: [] });

  it.each([
    ["pretty", "plan.json: error: m [r]\n = why: hextet explain r\n\n1 error in plan.json\n"],
    ["compact", "plan.json: error: m [r]\n"],
    ["github", "::error file=plan.json,title=r::m\n"],
  ] as const)("of %s names no line", async (format, text) => {
    expect(await shown(format)).toBe(text);
  });

  it("has no line in JSON, no region in SARIF, no line in JUnit and Markdown", async () => {
    const json = await shown("json");
    expect(JSON.parse(json).findings).toMatchObject([
      { file: "plan.json", line: null, column: null, endLine: null, endColumn: null },
    ]);
    expect(errorsOf(findingsSchema, json)).toEqual([]);
    const sarif = await shown("sarif");
    expect(JSON.parse(sarif).runs[0].results[0].locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: "plan.json" } } },
    ]);
    expect(errorsOf(sarifSchema, sarif)).toEqual([]);
    expect(await shown("junit")).toContain(
      '<testcase name="r" classname="plan.json" file="plan.json">\n      <failure type="error" message="m">plan.json: error: m [r]</failure>',
    );
    expect(await shown("markdown")).toContain("| error | <code>plan.json</code> | <code>m</code> |");
  });

  it("is at the first line for GitLab, which takes none without one", async () => {
    expect(JSON.parse(await shown("gitlab"))).toMatchObject([
      { location: { path: "plan.json", lines: { begin: 1, end: 1 } } },
    ]);
  });
});

describe("fingerprints", () => {
  it("stay when lines and words move, and differ by rule, file, path and number", () => {
    const moved = { ...hostile, message: "other", span: { ...hostile.span, line: 99, endLine: 99 } };
    const [first] = fingerprintsOf([hostile]);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprintsOf([moved])).toEqual([first]);
    const others = [
      hostile,
      moved,
      { ...hostile, rule: "a" },
      { ...hostile, file: "a" },
      { ...hostile, pointer: null },
    ];
    expect(new Set(fingerprintsOf(others)).size).toBe(others.length);
  });
});

describe("junit", () => {
  it("is XML whose text is the text", async () => {
    const elements = readXml(await renderReport("junit", hostileReport));
    expect(elements.map(({ name }) => name)).toEqual([
      "testsuites",
      "testsuite",
      "testcase",
      "failure",
      "testcase",
      "system-out",
      "testcase",
      "skipped",
      "testsuite",
      "testcase",
    ]);
    const failure = elements.find(({ name }) => name === "failure");
    const visible = HOSTILE.replace("\ufffe", "").replace(
      /[\p{Cc}\p{Cf}\p{Cs}]/gu,
      (character) => `\\${name(character)}`,
    );
    expect(failure?.attributes["message"]).toBe(`unknown key ${visible}`);
  });

  it("counts by suite; warnings fail when the command fails on them", async () => {
    const [all] = readXml(await renderReport("junit", hostileReport));
    expect(all?.attributes).toEqual({ name: "hextet", tests: "4", failures: "1" });
    const [strict] = readXml(await renderReport("junit", { ...hostileReport, failOn: "warning" }));
    expect(strict?.attributes["failures"]).toBe("2");
  });
});

/** As findings show a character that a terminal must not get. */
function name(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `x${code.toString(16).padStart(2, "0")}` : `u{${code.toString(16)}}`;
}

describe("github", () => {
  it("writes one command for each finding, which the runner reads back", async () => {
    const lines = (await renderReport("github", hostileReport)).trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    // As the runner parses: up to the first `::` behind the first two colons, properties parted at commas.
    const [, command, properties = "", data = ""] = /^::(\w+) (.*?)::(.*)$/.exec(lines[0] ?? "") ?? [];
    expect(command).toBe("error");
    const keys = properties.split(",").map((one) => one.split("=")[0]);
    expect(keys).toEqual(["file", "line", "col", "endColumn", "endLine", "title"]);
    const back = data.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
    expect(back.split("\n")).toHaveLength(2);
    expect(back).toContain("::error::a %0A%25 , : |");
    expect(lines[1]).toMatch(/^::warning /);
  });

  it("names no columns where an annotation has several lines, and calls a note a notice", async () => {
    const span = { ...hostile.span, endLine: 7 };
    const findings = [{ ...hostile, file: "a.yaml", rule: "r", message: "m", hint: null, span }];
    const notes = findings.map((finding) => ({ ...finding, severity: "note" as const }));
    const shown = await renderReport("github", { ...nothing, findings: notes });
    expect(shown).toBe("::notice file=a.yaml,line=3,endLine=7,title=r::m\n");
  });
});

describe("gitlab", () => {
  it("has what GitLab asks of each issue", async () => {
    const issues = JSON.parse(await renderReport("gitlab", hostileReport));
    expect(issues).toHaveLength(2);
    expect(issues.map(({ severity }: { severity: string }) => severity)).toEqual(["critical", "minor"]);
    for (const issue of issues) {
      expect(Object.keys(issue).sort()).toEqual([
        "check_name",
        "description",
        "fingerprint",
        "location",
        "severity",
      ]);
      expect(issue.location).toEqual({ path: hostile.file, lines: { begin: 3, end: 3 } });
    }
    expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(2);
    expect(await renderReport("gitlab", nothing)).toBe("[]\n");
  });
});

describe("markdown", () => {
  it("has one row for each finding, with no syntax of the text's own", async () => {
    const lines = (await renderReport("markdown", hostileReport)).trimEnd().split("\n");
    const rows = lines.slice(lines.indexOf("|---|---|---|---|") + 1);
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row.split("|")).toHaveLength(6);
      const words = row.replace(/<\/?code>|<br>|&#\d+;|\|/g, "");
      expect(words).not.toMatch(/[<>&`*_[\]\\@#$~]|:\/\/|www\./);
    }
  });

  it("says so when there is nothing", async () => {
    expect(await renderReport("markdown", nothing)).toContain("no findings, files read");
  });
});
