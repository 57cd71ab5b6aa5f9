import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_FLOW_LOG_FIELDS, FLOW_LOG_FIELDS } from "../../../src/aws/flow-log-fields.ts";
import { flowLogPattern, patternWord } from "../../../src/model/monitoring/flow-log-pattern.ts";

/** What CloudWatch Logs does with such a pattern: as many words as the record has, and each value as it is asked. */
function matches(pattern: string, record: string): boolean {
  const words = pattern.slice(1, -1).split(", ");
  const values = record.split(" ");
  const wanted = words.map((word) => /^[a-z0-9_]+(?:="(.*)")?$/.exec(word)?.[1]);
  return (
    words.length === values.length &&
    wanted.every((value, index) => value === undefined || value === values[index])
  );
}

describe("flowLogPattern", () => {
  test("names every field in the record's order, with the values that are asked for", () => {
    expect(flowLogPattern(["pkt-srcaddr", "action", "type"], { type: "IPv6", action: "REJECT" })).toBe(
      '[pkt_srcaddr, action="REJECT", type="IPv6"]',
    );
    expect(flowLogPattern(["type", "bytes"], { type: "IPv6" })).toBe('[type="IPv6", bytes]');
    expect(flowLogPattern(["bytes"], {})).toBe("[bytes]");
  });

  test("passes over a field that is not recorded, even one that every object has", () => {
    expect(flowLogPattern(["bytes", "srcaddr"], { type: "IPv6" })).toBe("[bytes, srcaddr]");
    expect(flowLogPattern(["bytes", "constructor"], {})).toBe("[bytes, constructor]");
  });

  test("finds the IPv6 records of the default fields, and no others", () => {
    const pattern = flowLogPattern(DEFAULT_FLOW_LOG_FIELDS, { type: "IPv6" });
    const record = (type: string) =>
      DEFAULT_FLOW_LOG_FIELDS.map((field) => (field === "type" ? type : "1")).join(" ");
    expect(matches(pattern, record("IPv6"))).toBe(true);
    expect(matches(pattern, record("IPv4"))).toBe(false);
    expect(matches(pattern, `${record("IPv6")} 1`)).toBe(false);
  });

  test("asks of any list of fields for the value in the field's own place", () => {
    const names = FLOW_LOG_FIELDS.map(({ name }) => name);
    fc.assert(
      fc.property(fc.shuffledSubarray(names, { minLength: 1 }), fc.nat(), (fields, pick) => {
        const field = fields[pick % fields.length] ?? "";
        const pattern = flowLogPattern(fields, { [field]: "x" });
        const record = (value: string) => fields.map((name) => (name === field ? value : "-")).join(" ");
        return matches(pattern, record("x")) && !matches(pattern, record("y"));
      }),
    );
  });

  test("has another word for each field that AWS knows", () => {
    const words = FLOW_LOG_FIELDS.map(({ name }) => patternWord(name));
    expect(new Set(words).size).toBe(words.length);
    expect(words.filter((word) => !/^[a-z][a-z0-9_]*$/.test(word))).toEqual([]);
  });
});
