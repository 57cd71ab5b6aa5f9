import { describe, expect, it } from "vitest";
import { compareFindings, type JudgedSide } from "../../src/reports/changes/compare-findings.ts";
import type { NewNames } from "../../src/reports/changes/under-new-names.ts";
import type { Finding } from "../../src/reports/findings/finding.ts";

const FILE = "blueprints/shop.yaml";
const SPAN = { line: 1, column: 1, endLine: 1, endColumn: 2 };

const finding = (pointer: string, message: string): Finding => ({
  ...{ file: FILE, span: SPAN, severity: "warning", rule: "some-rule", hint: null, line: null },
  ...{ pointer, message },
});

const side = (stack: string | null, ...findings: readonly Finding[]): JudgedSide => ({
  findings,
  files: new Map(stack === null ? [] : [[stack, FILE]]),
});

const renamed = (...things: NewNames["things"]): readonly NewNames[] => [
  { stack: "store", formerStack: "shop", things },
];

const told = (before: JudgedSide, after: JudgedSide, names: readonly NewNames[]) => {
  const { appeared, gone } = compareFindings(before, after, names);
  return { appeared: appeared.map(({ message }) => message), gone: gone.map(({ message }) => message) };
};

const NOTHING = { appeared: [], gone: [] };
const TIER = { path: ["network", "subnets", "web-1"], from: "app", to: "web-1" };

describe("findings of a renamed thing", () => {
  it("are the same ones at the same place under its new name, and in words of others", () => {
    const before = side(
      "shop",
      finding("network.subnets.app.slot", 'tier "app" of "shop" is "apple"'),
      finding("databases.app", 'database "app" is in "app"'),
    );
    const after = side(
      "store",
      finding("network.subnets.web-1.slot", 'tier "web-1" of "store" is "apple"'),
      finding("databases.app", 'database "app" is in "web-1"'),
    );
    expect(told(before, after, renamed(TIER))).toEqual(NOTHING);
    expect(told(before, after, []).appeared).toHaveLength(2);
  });

  it("are others where another thing has the old name, or the name begins as the old one does", () => {
    const databases = [
      side("shop", finding("databases.app", 'database "app" is open')),
      side("store", finding("databases.web-1", 'database "web-1" is open')),
    ] as const;
    expect(told(...databases, renamed(TIER))).toEqual({
      appeared: ['database "web-1" is open'],
      gone: ['database "app" is open'],
    });
    const longer = side("shop", finding("network.subnets.app-2", "it is open"));
    const other = side("store", finding("network.subnets.web-1-2", "it is open"));
    expect(told(longer, other, renamed(TIER)).gone).toEqual(["it is open"]);
  });

  it("are found where a renamed thing lies in a renamed thing", () => {
    const instance = { path: ["rds", "new", "instances", "second"], from: "first", to: "second" };
    const cluster = { path: ["rds", "new"], from: "old", to: "new" };
    const before = side("shop", finding("rds.old.instances.first.class", "first is small"));
    const after = side("store", finding("rds.new.instances.second.class", "second is small"));
    expect(told(before, after, renamed(instance, cluster))).toEqual(NOTHING);
  });
});

describe("findings of a blueprint that had an error", () => {
  it("are no new ones once the error is gone", () => {
    const [same, error] = [finding("network.vpc", "it is wide"), finding("network.subnets", "it is wrong")];
    const before = side(null, same, { ...error, severity: "error" });
    const expected = { appeared: [], gone: ["it is wrong"] };
    expect(told(before, side("shop", same), [])).toEqual(expected);
    expect(told(before, side("store", same), renamed())).toEqual(expected);
  });
});
