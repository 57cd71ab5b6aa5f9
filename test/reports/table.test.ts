import { describe, expect, it } from "vitest";
import { renderTable, type Table } from "../../src/reports/table.ts";

const bold = (text: string) => `\u001b[1m${text}\u001b[22m`;
const plain = String;

const STACKS: Table = {
  titles: ["wave", "stack", "after"],
  rows: [
    ["1", "network", "-"],
    ["2", bold("店"), "network and whatever else has to be there before it"],
  ],
  head: 1,
};

describe("renderTable", () => {
  it("is a table where there is room, as wide as it is where nobody says how much", () => {
    expect(renderTable(STACKS, Number.POSITIVE_INFINITY, plain)).toEqual([
      "wave  stack    after",
      "1     network  -",
      `2     ${bold("店")}       network and whatever else has to be there before it`,
    ]);
  });

  it("wraps its last column", () => {
    expect(renderTable(STACKS, 42, plain)).toEqual([
      "wave  stack    after",
      "1     network  -",
      `2     ${bold("店")}       network and whatever else`,
      "               has to be there before it",
    ]);
  });

  it("is a list where there is none, and leaves out what there is not", () => {
    expect(renderTable(STACKS, 36, bold)).toEqual([
      bold("stack network"),
      "  wave   1",
      bold(`stack ${bold("店")}`),
      "  wave   2",
      "  after  network and whatever else",
      "         has to be there before it",
    ]);
  });

  it("needs no titles", () => {
    const rows = [["  a-rule-with-a-long-name", "error", "What it wants of whoever writes."]];
    expect(renderTable({ titles: null, rows }, 50, plain)).toEqual([
      "  a-rule-with-a-long-name  error",
      "      What it wants of whoever writes.",
    ]);
    expect(renderTable({ titles: null, rows: [] }, 50, plain)).toEqual([]);
  });

  it("breaks no word for a column", () => {
    const rows = [["x", "generated/stacks/a-stack-of-a-long-name"]];
    expect(renderTable({ titles: ["a", "folder"], rows, head: 0 }, 40, plain)).toEqual([
      "a x",
      "  folder  generated/stacks/a-stack-of-a-long-name",
    ]);
  });
});
