import picocolors from "picocolors";
import { describe, expect, it } from "vitest";
import { effectsAt } from "../../../src/reports/pointers/argument-effects.ts";
import { renderPlace, renderPlaceJson, unknownPlace } from "../../../src/reports/pointers/explain-pointer.ts";
import { findPlace, isPlace } from "../../../src/reports/pointers/find-place.ts";

const plain = picocolors.createColors(false);

function placeAt(pointer: string) {
  const found = findPlace(pointer);
  if (!isPlace(found)) throw new Error(`no ${pointer}`);
  return found;
}

describe("the effects of another value", () => {
  it.each([
    ["network.subnets.*.slot", ["aws_subnet.cidr_block replace", "aws_subnet.ipv6_cidr_block update"]],
    ["network.vpc.ipv4Cidr", ["aws_vpc.cidr_block replace"]],
    ["rds.instances.*.kmsKeyId", ["aws_db_instance.kms_key_id replace"]],
    ["rds.instances.*.allocatedStorageGib", ["aws_db_instance.allocated_storage update"]],
    ["network.subnets.*.nat64", ["aws_route comes or goes"]],
    ["accept.*.rule", []],
  ])("%s", (pattern, expected) => {
    expect(effectsAt(pattern).map(({ argument, effect }) => `${argument} ${effect}`)).toEqual(expected);
  });

  it("tell what AWS refuses", () => {
    const [, ipv6] = effectsAt("network.subnets.*.slot");
    expect(ipv6?.refusals[0]).toBe(
      "AWS refuses another value, when an interface in it has an address of the block; make a new subnet with the new block and move the hosts",
    );
  });
});

describe("renderPlace", () => {
  it("shows text, default, arguments and what an edit does", () => {
    const text = renderPlace(placeAt("network.subnets.app.internet"), plain, Number.POSITIVE_INFINITY);
    expect(text).toContain('network.subnets.app.internet (one of "none", "public", "egress-only")\n');
    expect(text).toContain('Default\n  "none"\n');
    expect(text).toMatch(/\n {2}aws_lb\.internal +replaced: the old resource is destroyed\n/);
  });

  it("lists the keys of a map of names", () => {
    const text = renderPlace(placeAt("network.subnets"), plain, Number.POSITIVE_INFINITY);
    expect(text).toMatch(/\nKeys\n(?: {2}.*\n)* {2}addressing +Which families the subnets have\.\n/);
    expect(text).toContain(" more: ask for a key in it\n");
  });

  it("says what has to be written, and escapes what was typed", () => {
    expect(renderPlace(placeAt("region"), plain, Number.POSITIVE_INFINITY)).toContain(
      "Default\n  none: it has to be written\n",
    );
    expect(
      renderPlace(placeAt("network.subnets.\u001b.slot"), plain, Number.POSITIVE_INFINITY),
    ).not.toContain("\u001b");
    expect(unknownPlace({ step: "\u001b", inside: null, meant: null })).not.toContain("\u001b");
  });

  it("is JSON when asked", () => {
    expect(JSON.parse(renderPlaceJson(placeAt("network.subnets.app.slot")))).toMatchObject({
      version: 1,
      place: { pointer: "network.subnets.app.slot", type: "integer, 0 to 65535", required: false, keys: [] },
    });
  });
});
