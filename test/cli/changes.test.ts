import { describe, expect, test } from "vitest";
import { findChanges } from "../../src/cli/change/find-changes.ts";
import { isObject } from "../support/json.ts";
import { networkFrom } from "../support/network.ts";
import { stackJson } from "../support/synth-json.ts";

interface Version {
  readonly vpc?: string;
  readonly app?: string;
  readonly acls?: string;
}

const stack = ({ vpc = "ipv6: { amazonProvided: {} }", app = "dual-stack, slot: 1", acls = "" }: Version) =>
  stackJson(
    networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16, ${vpc} }
  availabilityZones: [a]
  subnets:
    app: { internet: none, addressing: ${app} }
    side: { internet: none, addressing: dual-stack, slot: 7 }
  networkAcls: { ${acls} }
`),
  );

/** What is said when one stack follows another. */
function said(before: unknown, after: unknown): readonly string[] {
  const [old, bytes] = [before, after].map((json) => Buffer.from(JSON.stringify(json)));
  if (old === undefined || bytes === undefined) throw new Error("two stacks are needed");
  const stale = [{ path: "stacks/shop/cdk.tf.json", before: old, bytes }];
  const plan = { missing: [], stale, extra: [], findings: [] };
  return findChanges({ made: stale, plan }, "generated", []).map(({ file, severity, rule, message }) => {
    expect([file, severity]).toEqual(["generated/stacks/shop/cdk.tf.json", "warning"]);
    return `${rule}: ${message}`;
  });
}

const REPLACED = "Terraform replaces it, and all that stands in it";
const IN_PLACE =
  "Terraform takes the block away first, and EC2 refuses that while hosts have addresses of it";
const cut = (number: number, of = "assign_generated_ipv6_cidr_block true") =>
  `number ${number} (hex ${number.toString(16)}) of the 256 blocks in aws_vpc.main.ipv6_cidr_block with ${of}`;

describe("a subnet that is applied", () => {
  test.each<[string, Version, Version, readonly string[]]>([
    [
      "is replaced for another IPv4 block",
      {},
      { app: "dual-stack, slot: 3" },
      [`subnet app_a moves from 10.20.16.0/24 to 10.20.48.0/24: ${REPLACED}`],
    ],
    [
      "is replaced when it loses its IPv4 block",
      {},
      { app: "ipv6-only, slot: 1" },
      [`subnet app_a moves from 10.20.16.0/24 to no block: ${REPLACED}`],
    ],
    [
      "gets another IPv6 block by its slot alone",
      { app: "ipv6-only, slot: 1" },
      { app: "ipv6-only, slot: 3" },
      [`subnet app_a moves from ${cut(0x10)} to ${cut(0x30)}: ${IN_PLACE}`],
    ],
    [
      "gets another IPv6 block when the VPC's has another source",
      {},
      { vpc: "ipv6: { ipam: { poolId: ipam-pool-0a1, netmaskLength: 56 } }" },
      [["app_a", 0x10] as const, ["side_a", 0x70] as const].map(
        ([subnet, number]) =>
          `subnet ${subnet} moves from ${cut(number)} to ${cut(number, "ipv6_ipam_pool_id ipam-pool-0a1, ipv6_netmask_length 56")}: ${IN_PLACE}`,
      ),
    ],
    ["may get its first IPv6 block", { app: "ipv4-only, slot: 1" }, {}, []],
    ["may get other settings", {}, { app: "dual-stack, slot: 1, assignIpv6AddressOnCreation: false" }, []],
  ])("%s", (_, before, after, expected) => {
    expect(said(stack(before), stack(after))).toEqual(
      expected.map((message) => `change/subnet-block: ${message}`),
    );
  });

  test("may go, and others may come", () => {
    const json = stack({});
    const bare = { ...(isObject(json) ? json : {}), resource: {} };
    const vpc =
      "change/loses-address: aws_vpc.main is destroyed and loses its id and, from Amazon, its IPv6 block";
    expect(said(json, bare)).toEqual([vpc]);
    expect(said(bare, json)).toEqual([]);
    expect(said([], json)).toEqual([]);
  });
});

describe("a subnet behind a network ACL", () => {
  const apps = "apps: { subnets: [app], preset: allow-all }";
  const moved = (subnets: string) =>
    `change/network-acl-not-there-yet: subnets go from network ACL "apps" to the new "inner" (${subnets}): until its entries are made, the VPC's default network ACL filters them`;

  test.each<[string, string, string, readonly string[]]>([
    ["goes to one that is not there yet", apps, apps.replace("apps", "inner"), [moved("app_a")]],
    [
      "is ready to go to one that has its entries",
      `${apps}, inner: { subnets: [], preset: allow-all }`,
      `apps: { subnets: [], preset: allow-all }, inner: { subnets: [app], preset: allow-all }`,
      [],
    ],
    ["may be put behind its first", "", apps, []],
    ["may get company", apps, apps.replace("[app]", "[app, side]"), []],
  ])("%s", (_, before, after, expected) => {
    expect(said(stack({ acls: before }), stack({ acls: after }))).toEqual(expected);
  });

  test("is known from what older versions have written", () => {
    const json = stack({});
    const before = {
      ...(isObject(json) ? json : {}),
      resource: { aws_network_acl: { apps: { subnet_ids: ["${aws_subnet.app_a.id}", "subnet-0a1"] } } },
    };
    expect(said(before, stack({ acls: apps.replace("apps", "inner") }))).toEqual([moved("app_a")]);
    expect(said(before, stack({ acls: apps }))).toEqual([]);
  });
});

describe("an entry of a network ACL that is applied", () => {
  const withBlocks = (...names: readonly string[]) =>
    stack({
      vpc: `additionalIpv4Cidrs: { ${names.map((name, index) => `${name}: { cidr: 100.${64 + index}.0.0/16 }`).join(", ")} }`,
      app: "ipv4-only, slot: 1",
      acls: "apps: { subnets: [app], preset: private-dual-stack }",
    });

  test("is renumbered by a further block that sorts before its own", () => {
    expect(said(withBlocks("b", "d"), withBlocks("b", "d", "c"))).toEqual([
      "change/network-acl-entry-number: entries of network ACLs are renumbered (apps_ingress_vpc-ipv4_d 104 -> 106): Terraform takes each away before it makes it again, and what it allows drops meanwhile",
    ]);
  });

  test("keeps its number beside one that sorts behind", () => {
    expect(said(withBlocks("b", "d"), withBlocks("b", "d", "e"))).toEqual([]);
  });
});
