import { describe, expect, it } from "vitest";
import { findPlace, isPlace } from "../../../src/reports/pointers/find-place.ts";
import { pointerArguments } from "../../../src/reports/pointers/pointer-arguments.generated.ts";

describe("findPlace", () => {
  it.each([
    ["network.subnets.app.slot", "network.subnets.app.slot", "network.subnets.*.slot"],
    ["network.subnets.*.slot", "network.subnets.<name>.slot", "network.subnets.*.slot"],
    ["network.subnets.<tier>.slot", "network.subnets.<name>.slot", "network.subnets.*.slot"],
    ['network.subnets["app"]', "network.subnets.app", "network.subnets.*"],
    ["accept[0].rule", "accept[0].rule", "accept.*.rule"],
    ["accept[].rule", "accept[].rule", "accept.*.rule"],
    ["region", "region", "region"],
    ["tags.Name", "tags.Name", "tags.*"],
  ])("%s is found", (pointer, shown, pattern) => {
    expect(findPlace(pointer)).toMatchObject({ shown, pattern });
  });

  it.each([
    ["netwrk.subnets.app.slott", "netwrk", null, "network.subnets.app.slot"],
    ["network.subnets.app.slto", "slto", "network.subnets.app", "network.subnets.app.slot"],
    ["network.subnet.app.slot", "subnet", "network", "network.subnets.app.slot"],
    ["network.subnets.app.slot.more", "more", "network.subnets.app.slot", null],
    ["accept.first", "first", "accept", null],
    ["network.toString", "toString", "network", null],
    ["region.constructor", "constructor", "region", null],
  ])("%s is not, and what was meant is told", (pointer, step, inside, meant) => {
    expect(findPlace(pointer)).toEqual({ step, inside, meant });
  });

  it("knows every place that the table of arguments names", () => {
    const lost = Object.keys(pointerArguments).filter((pattern) => {
      const found = findPlace(pattern);
      return !isPlace(found) || found.pattern !== pattern;
    });
    expect(lost).toEqual([]);
    expect(Object.keys(pointerArguments).length).toBeGreaterThan(450);
  });
});
