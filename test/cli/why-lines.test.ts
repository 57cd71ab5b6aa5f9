import { describe, expect, it } from "vitest";
import { whyLines } from "../../src/cli/reach/why-lines.ts";
import type { ReachTable } from "../../src/reports/reach/reach-table.ts";

type Verdict = "reaches" | "some" | "blocked" | "unknown";

const table = (...verdicts: readonly (Verdict | null)[]): ReachTable => ({
  stack: "edge",
  region: "eu-west-1",
  sources: ["internet", "my host"],
  rows: [
    {
      target: "web:80",
      isOutside: false,
      protocol: "tcp",
      port: 80,
      cells: verdicts.map((verdict) => (verdict === null ? null : { verdict, reason: null })),
    },
  ],
  findings: [],
  leftOut: [],
});

describe("whyLines", () => {
  it("takes a question that is open first, then what reaches in part, then what does not", () => {
    expect(whyLines([table("blocked", "unknown"), table("some", "unknown")], [], 200)).toBe(
      `\n2 answers are "?". Why, for one of them (with --trace hop by hop):\n  hextet reach 'my host' web:80\n`,
    );
    expect(whyLines([table("blocked"), table(null, "some")], [], 200)).toContain('\none answer is "some".');
    expect(whyLines([table("blocked")], ["--plan", "it's.json"], 200)).toContain(
      "\n  hextet reach --plan 'it'\\''s.json' internet web:80\n",
    );
    expect(whyLines([table("reaches", null)], [], 200)).toBe("");
  });

  it("breaks the command as a shell takes it", () => {
    expect(whyLines([table("unknown")], ["blueprints/edge.yaml"], 30)).toContain(
      "\n  hextet reach \\\n      blueprints/edge.yaml \\\n      internet web:80\n",
    );
  });
});
