import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { createColors } from "picocolors";
import { describe, expect, it } from "vitest";
import type { ReachFinding } from "../../../src/reach/findings/reach-finding.ts";
import { topologyOf } from "../../../src/reach/from-network/topology-of.ts";
import { indexTopology } from "../../../src/reach/walk/index-topology.ts";
import type { Hop, Query, Trace, Verdict } from "../../../src/reach/walk/trace.ts";
import { screenWidth } from "../../../src/reports/findings/terminal-text.ts";
import { renderMatricesJson, renderTracesJson } from "../../../src/reports/reach/reach-json.ts";
import { renderMatricesMarkdown, renderTracesMarkdown } from "../../../src/reports/reach/reach-markdown.ts";
import { reachTable } from "../../../src/reports/reach/reach-table.ts";
import { renderMatrices } from "../../../src/reports/reach/render-matrix.ts";
import { renderAnswer, renderTrace } from "../../../src/reports/reach/render-trace.ts";
import { networkFrom } from "../../support/network.ts";

const colors = createColors(false);
const schema: unknown = JSON.parse(
  readFileSync(new URL("../../../docs/reach.schema.json", import.meta.url), "utf8"),
);
if (typeof schema !== "object" || schema === null) throw new Error("no schema");
const isValid = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

const HOSTILE = "a\u001b[31m|`<b>\n";

const topology = topologyOf(
  networkFrom(`apiVersion: hextet/v1
name: sample
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, slot: 1 } }
  securityGroups: { app: { ingress: { ssh: { protocol: tcp, ports: 22, from: { self: {} } } } } }
compute:
  instances:
    a-host-with-a-name-of-32-letters: { subnet: app, zone: a, instanceType: t4g.small, securityGroups: [app] }
    b: { subnet: app, zone: a, instanceType: t4g.small, securityGroups: [app] }
    c: { subnet: app, zone: a, instanceType: t4g.small, securityGroups: [app] }
`),
);

function hop(passes: Hop["passes"], reason: string): Hop {
  return {
    kind: "security-group-in",
    direction: "there",
    what: "aws_security_group.app",
    passes,
    reason,
    place: { kind: "blueprint", path: ["network", "securityGroups", HOSTILE] },
    facts: [
      {
        id: "rules-allow",
        claim: "Rules allow.",
        source: "https://example.com",
        checked: "2026-11-21",
        evidence: "2026-05",
        confidence: "high",
      },
    ],
  };
}

const VERDICTS: readonly Verdict[] = ["reaches", "blocked", "some", "unknown"];

/** Answers in turn, so that every word is shown. */
function ask(query: Query): Trace {
  const verdict = VERDICTS[query.port % VERDICTS.length] ?? "reaches";
  const passes = verdict === "reaches" ? "yes" : verdict === "unknown" ? "unknown" : "no";
  const end = hop(passes, `${HOSTILE} lets nothing in`);
  return {
    query,
    verdict,
    dns: [
      {
        name: "example.com",
        fromSubnet: "aws_subnet.app_a",
        answers: [{ family: "ipv6", kind: "synthesised", hop: hop("yes", "DNS64 makes it of an A record") }],
      },
    ],
    attempts: [
      {
        name: "example.com",
        family: "ipv6",
        isTranslated: true,
        fromSubnet: "aws_subnet.app_a",
        toSubnet: null,
        verdict: passes,
        hops: [hop("yes", "a rule lets it out"), end],
      },
    ],
  };
}

const leftOut = [
  { place: { kind: "blueprint", path: [] }, why: `${HOSTILE} is not read`, touches: [] },
] as const;
const found: ReachFinding = {
  rule: "opening-too-wide",
  severity: "warning",
  what: "aws_security_group.app",
  place: { kind: "terraform", address: `module.${HOSTILE}.aws_security_group.app` },
  message: `${HOSTILE} lets the whole internet in`,
  hint: `let in ${HOSTILE} alone`,
  facts: [],
};
const table = {
  ...reachTable("sample", indexTopology({ ...topology, leftOut }, []), ask),
  findings: [found, { ...found, severity: "note", hint: null } as const],
};
const named = {
  stack: "sample",
  from: "b",
  to: HOSTILE,
  trace: ask({
    from: { kind: "internet" },
    to: { kind: "address", family: "ipv6", address: 1n },
    protocol: "tcp",
    port: 1,
  }),
};

describe("the matrix", () => {
  it.each([40, 60, 120])("fits %i columns and shows every source and target", (columns) => {
    // A Terraform address is one word, to be copied whole.
    const text = renderMatrices([{ ...table, findings: [] }], columns, colors);
    expect(text.split("\n").filter((line) => screenWidth(line) > columns)).toEqual([]);
    for (const name of ["internet", "b", "c"]) expect(text).toMatch(new RegExp(`(^| )${name}( |$)`, "m"));
    expect(text).toContain("github.com");
    expect(text).toContain("b:22");
    for (const word of ["yes", "no", "some", "?"]) expect(text).toContain(`  ${word}`);
  });

  it("asks nobody about himself, and the internet about nothing outside", () => {
    const cellsOf = (target: string) => table.rows.find((row) => row.target === target)?.cells;
    expect(cellsOf("github.com")?.[0]).toBeNull();
    expect(cellsOf("b:22")?.map((cell) => cell === null)).toEqual([false, false, true, false]);
  });

  it("says what shows by itself, worst first, and drives no terminal", () => {
    const text = renderMatrices([table], 70, colors);
    expect(text).toContain(
      [
        "findings:",
        "  warning: module.a\\x1b[31m|`<b>\\x0a.aws_security_group.app:",
        "  a\\x1b[31m|`<b>\\x0a lets the whole internet in [opening-too-wide]",
        "    hint: let in a\\x1b[31m|`<b>\\x0a alone",
        "  note: ",
      ].join("\n"),
    );
    expect(text).not.toContain("\u001b");
    expect(renderMatrices([{ ...table, findings: [] }], 70, colors)).not.toContain("findings:");
  });

  it("says what was left out, and drives no terminal", () => {
    const text = renderMatrices([table], 120, colors);
    expect(text).toContain("left out: a\\x1b[31m|`<b>");
    expect(text).not.toContain("\u001b");
  });
});

describe("JSON", () => {
  it.each([
    ["matrices", renderMatricesJson([table])],
    ["traces", renderTracesJson([named])],
  ])("of %s is what docs/reach.schema.json says", (_, text) => {
    const value: unknown = JSON.parse(text);
    isValid(value);
    expect(isValid.errors ?? []).toEqual([]);
  });

  it("has every pair that is asked, with its reason", () => {
    const { stacks } = JSON.parse(renderMatricesJson([table])) as { stacks: { pairs: unknown[] }[] };
    const cells = table.rows.flatMap(({ cells }) => cells).filter((cell) => cell !== null);
    expect(stacks[0]?.pairs).toHaveLength(cells.length);
    expect(stacks[0]?.pairs).toContainEqual({
      from: "c",
      to: "b:22",
      protocol: "tcp",
      port: 22,
      verdict: "some",
      reason: `${HOSTILE} lets nothing in`,
    });
  });
});

describe("findings", () => {
  it("in JSON have their place, and what they rest on", () => {
    const { stacks } = JSON.parse(renderMatricesJson([table])) as { stacks: { findings: unknown[] }[] };
    expect(stacks[0]?.findings[0]).toEqual({
      ...found,
      place: { kind: "terraform", text: `module.${HOSTILE}.aws_security_group.app` },
    });
  });

  it("in Markdown are escaped, and stand before the reasons", () => {
    const text = renderMatricesMarkdown([table]);
    expect(text).toMatch(/\n#### Findings\n\n- \*\*warning\*\* .*\n- \*\*note\*\* .*\n/);
    expect(text.indexOf("#### Findings")).toBeLessThan(text.indexOf("<details>"));
    expect(text).toContain("&lt;b&gt;\\\\x0a lets the whole internet in; let in a");
    expect(text).not.toContain("\u001b");
  });
});

describe("a trace", () => {
  it("shows the names, the hops, their places and sources", () => {
    const text = renderTrace(named, 80, colors);
    expect(text.split("\n").filter((line) => screenWidth(line) > 80)).toEqual([]);
    expect(text).toContain("the resolver of aws_subnet.app_a is asked for example.com");
    expect(text).toContain("example.com over IPv6 and NAT64 from aws_subnet.app_a: no");
    expect(text).toContain("  + security group, in: a rule lets it out");
    expect(text).toContain("  x security group, in: a\\x1b[31m|`<b>");
    expect(text).toContain("https://example.com, checked on 2026-11-21");
    expect(text).not.toContain("\u001b");
  });

  it("in short says where it breaks", () => {
    expect(renderAnswer(named, 80, colors).split("\n").slice(1)).toEqual([
      "  no",
      "  a\\x1b[31m|`<b>\\x0a lets nothing in",
      "",
    ]);
  });
});

describe("Markdown", () => {
  it("escapes what the network says", () => {
    const text = renderMatricesMarkdown([table]);
    expect(text).toContain("| `github.com` |");
    expect(text).toContain("\\|\\`&lt;b&gt;");
    expect(text).not.toContain("\u001b");
  });

  it("stays below what GitHub takes", () => {
    expect(renderMatricesMarkdown(Array.from({ length: 40 }, () => table)).length).toBeLessThan(65_536);
  });

  it("of a trace is a block of text", () => {
    expect(renderTracesMarkdown([named])).toMatch(/^```text\n[\s\S]*\n```\n$/);
  });
});
