import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { compareOutputs } from "../../src/change/compare-stacks.ts";
import { readStackOutput } from "../../src/change/read-stack-output.ts";
import type { StackOutput } from "../../src/change/types.ts";
import { renderChangesJson } from "../../src/reports/changes/change-json.ts";
import { renderChangesMarkdown } from "../../src/reports/changes/change-markdown.ts";
import { renderChanges } from "../../src/reports/changes/change-text.ts";
import { notCompared } from "../../src/reports/changes/compare-findings.ts";
import { reachLines, type StackReachChange } from "../../src/reports/changes/reach-lines.ts";
import { summarise } from "../../src/reports/changes/summarise.ts";

const stack = (resource: unknown, name = "shop"): StackOutput =>
  readStackOutput(name, JSON.stringify({ provider: { aws: [{ region: "eu-west-1" }] }, resource })) ??
  expect.fail("no stack");

describe("the title of a stack", () => {
  it("counts apart what is only perhaps replaced, and so perhaps lost", () => {
    const lbs = (type: string, subnets: readonly string[]) =>
      stack({
        aws_lb: {
          a: { load_balancer_type: type, subnets: ["s1"] },
          b: { load_balancer_type: "network", subnets },
        },
      });
    const [change] = compareOutputs([lbs("application", ["s1"])], [lbs("network", ["s2"])]);
    expect(change && summarise(change)).toBe(
      "1 replaced, 1 perhaps replaced; 1 with the loss of an address or a name; 1 perhaps with the loss of an address or a name",
    );
  });
});

const HOSTILE = "x`|</details><script>@everyone\n\u001b[31m\u202e[a](javascript:1)";

describe("a comment for a pull request", () => {
  it("lets no text of a stack be markup, mention somebody or leave its line", () => {
    const named = (Name: string) =>
      stack({ aws_vpc: { main: { cidr_block: "10.0.0.0/16", tags: { Name } } } });
    const markdown = renderChangesMarkdown(compareOutputs([named("a")], [named(HOSTILE)]));
    const line = markdown.split("\n").find((one) => one.includes("script")) ?? "";
    expect(line).toMatch(/^ {2}- tags: /);
    for (const unsafe of ["<script", "</details>", "@everyone", "\u001b", "\u202e", "[a]("])
      expect(line).not.toContain(unsafe);
    const text = renderChanges(
      compareOutputs([named("a")], [named(HOSTILE)]),
      picocolors.createColors(false),
      Number.POSITIVE_INFINITY,
      { reach: [], taken: [], findings: [] },
    );
    for (const unsafe of ["\u001b", "\u202e"]) expect(text).not.toContain(unsafe);
  });

  it("stays below GitHub's 65,536 characters, the worst first", () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`g${n}`, { description: "a" }]));
    const before = stack({ aws_security_group: many, aws_db_instance: { orders: {} } });
    const markdown = renderChangesMarkdown(compareOutputs([before], [stack({})]));
    expect(markdown.length).toBeLessThan(65_536);
    expect(markdown).toContain("run `hextet diff` for the rest");
    expect(markdown.indexOf("aws_db_instance.orders")).toBeLessThan(500);
  });

  it("stays below them with the findings of hundreds of blueprints, and says how many it leaves out", () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`g${n}`, { description: "a" }]));
    const changes = compareOutputs([stack({ aws_security_group: many })], [stack({})]);
    const findings = (count: number) =>
      Array.from({ length: count }, (_, n) => `new: blueprints/b${n}.yaml:1: error: ${"_".repeat(400)} [x]`);
    for (const stacks of [changes, []]) {
      const few = renderChangesMarkdown(stacks, { reach: [], taken: [], findings: findings(20) });
      expect(few.length).toBeLessThan(65_536);
      expect(few.match(/^- new: /gm)).toHaveLength(20);
      const markdown = renderChangesMarkdown(stacks, { reach: [], taken: [], findings: findings(500) });
      expect(markdown.length).toBeLessThan(65_536);
      const shown = markdown.match(/^- new: /gm)?.length ?? 0;
      expect(shown).toBeGreaterThan(20);
      expect(markdown).toContain(`- … and ${500 - shown} more: run \`hextet diff\`\n`);
      expect(markdown).toContain(
        stacks.length > 0 ? "run `hextet diff` for the rest" : "No resource changes.",
      );
    }
  });

  it("folds away what loses nothing", () => {
    const markdown = renderChangesMarkdown(
      compareOutputs([stack({ aws_eip: { a: {} } })], [stack({ aws_vpc: { main: {} } })]),
    );
    expect(markdown).toBe(`<!-- hextet diff -->

## What this changes in AWS

### shop: 1 destroyed, 1 created; 1 with the loss of an address or a name

**public IPv4 addresses: 1 -&gt; 0, $3.60 -&gt; $0.00 a month ($0.005 an hour each since 2024-02-01; hosts of groups and tasks not counted)**

- **destroyed** ⚠️ \`aws_eip.a\`
  - **loses its public IPv4 address**
  - **loses an address; keep it allocated, or tell all who have the address in their filters and DNS**

<details>
<summary>1 more, with nothing lost</summary>

- **created** \`aws_vpc.main\`

</details>

What replaces what is the judgement of AWS provider 5.100.0; \`terraform plan\` has the last word.
`);
  });
});

describe("what opens and closes", () => {
  const change = (rest: Partial<StackReachChange>): StackReachChange => ({
    stack: "shop",
    from: "app",
    to: "db:5432",
    isFromInternet: false,
    protocol: "tcp",
    port: 5432,
    families: ["ipv4"],
    before: "closed",
    after: "open",
    ...rest,
  });
  const web = { from: "internet", to: "web:443", isFromInternet: true, families: ["ipv6"] } as const;
  const linesOf = (...changes: readonly StackReachChange[]) => reachLines({ changes });

  it("is told the worst first: what strangers reach, then what stops to work", () => {
    const all = [
      change({ before: "closed", after: "unknown" }),
      change({ before: "open", after: "unknown" }),
      change({ families: ["ipv4", "ipv6"] }),
      change({ before: "open", after: "closed" }),
      change({ ...web, before: "open", after: "closed" }),
      change({ ...web, after: "unknown" }),
      change({ ...web, before: "unknown" }),
      change(web),
    ];
    expect(linesOf(...all)).toEqual([
      "surely open now: internet → web:443 (IPv6), in shop",
      "opened: internet → web:443 (IPv6), in shop",
      "may be open now: internet → web:443 (IPv6), in shop",
      "closed: app → db:5432 (IPv4), in shop",
      "closed: internet → web:443 (IPv6), in shop",
      "opened: app → db:5432 (IPv4 and IPv6), in shop",
      "may be closed now: app → db:5432 (IPv4), in shop",
      "may be open now: app → db:5432 (IPv4), in shop",
    ]);
  });

  it("to outside is one line for a host", () => {
    const lost = ["github.com", "npm", "pypi", "sts", "sqs"].map((to) =>
      change({ to, families: [], before: "open", after: "closed" }),
    );
    expect(linesOf(...lost.slice(0, 1))).toEqual(["closed: app → github.com, in shop"]);
    expect(linesOf(...lost, change({ to: "sts", families: [], from: "web" }))).toEqual([
      "closed: app → github.com, npm, pypi and 2 more outside, in shop",
      "opened: web → sts, in shop",
    ]);
  });

  it("is cut, and never what strangers reach first", () => {
    const many = Array.from({ length: 3000 }, (_, n) => change({ to: `db-${n}:5432` }));
    const lines = linesOf(...many, change(web));
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([
      41,
      "opened: internet → web:443 (IPv6), in shop",
      "and 2961 more, which the JSON has",
    ]);
    const long = { ...change(web), to: "x".repeat(1000) };
    const stacks = compareOutputs([stack({})], [stack({ aws_eip: { a: {} } })]);
    const said = {
      reach: linesOf(...many.map((one) => ({ ...one, to: one.to + long.to }))),
      taken: [],
      findings: [],
    };
    expect(renderChangesMarkdown(stacks, said).length).toBeLessThan(65_536);
  });

  it("lets no name be markup, mention somebody, drive a terminal or leave its line", () => {
    const said = {
      reach: linesOf(change({ ...web, to: HOSTILE, stack: HOSTILE, from: HOSTILE })),
      taken: [],
      findings: [],
    };
    const markdown = renderChangesMarkdown([], said);
    expect(markdown).toMatch(/### What packets may do\n\n- opened: .*\n\nNo resource changes\.\n$/);
    for (const unsafe of ["<script", "</details>", "@everyone", "\u001b", "\u202e", "[a]("])
      expect(markdown).not.toContain(unsafe);
    const text = renderChanges([], picocolors.createColors(false), 80, said);
    expect(text).toMatch(/^what packets may do:\n {2}opened: /);
    for (const unsafe of ["\u001b", "\u202e"]) expect(text).not.toContain(unsafe);
    const json: unknown = JSON.parse(
      renderChangesJson([], notCompared("x"), {
        renames: [],
        reach: { changes: [change({ to: HOSTILE })] },
        taken: [],
      }),
    );
    expect(json).toMatchObject({
      reach: { notCompared: null, changes: [{ to: HOSTILE, before: "closed" }] },
    });
  });
});
