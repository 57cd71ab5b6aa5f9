import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { compareOutputs } from "../../src/change/compare-stacks.ts";
import { readStackOutput } from "../../src/change/read-stack-output.ts";
import type { StackOutput } from "../../src/change/types.ts";
import { renderChangesMarkdown } from "../../src/reports/changes/change-markdown.ts";
import { renderChanges } from "../../src/reports/changes/change-text.ts";

const stack = (resource: unknown, name = "shop"): StackOutput =>
  readStackOutput(name, JSON.stringify({ provider: { aws: [{ region: "eu-west-1" }] }, resource })) ??
  expect.fail("no stack");

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
      [],
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
      const few = renderChangesMarkdown(stacks, findings(20));
      expect(few.length).toBeLessThan(65_536);
      expect(few.match(/^- new: /gm)).toHaveLength(20);
      const markdown = renderChangesMarkdown(stacks, findings(500));
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
