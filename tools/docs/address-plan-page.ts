import { RESERVED_ADDRESSES } from "../../src/aws/address-sizes.ts";
import { compile } from "../../src/pipeline.ts";

const LENGTHS = [16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27];

/** The page `docs/address-plan.md`: what the plan gives for each size of a VPC, as Hextet itself computes it. */
export function renderAddressPlanPage(): string {
  return [
    "<!-- Generated from the address plan of src/model/addressing/ by `npm run generate`. Edits here are lost. -->",
    "",
    "# Sizes that an address plan gives",
    "",
    "A tier has a slot: one block in each zone, at the same place in IPv4 and in IPv6. With the VPC's usual IPv6 /56 and no",
    "`addressPlan`, the size of the VPC's first IPv4 block decides how large subnets are and how many tiers there can be:",
    "",
    "| VPC | IPv4 subnets | addresses for hosts in each | zones kept for each tier | tiers with IPv4 | IPv6-only tiers |",
    "|---|---|---|---|---|---|",
    ...LENGTHS.map(row),
    "",
    `IPv6 subnets are /64 in all of them. AWS keeps ${RESERVED} addresses of each IPv4 subnet. Dual-stack and IPv6-only tiers share the`,
    "slots: a dual-stack tier needs one of the lower number. Zones have their place by letter, `a` the first: four zones kept are",
    "`a` to `d`. One of them that comes later moves nothing.",
    "",
    "A Local Zone is written by its full name, such as `us-west-2-lax-1a`, and has the place of its last letter: `us-west-2-lax-1b`",
    "that of `b`. So it stands in no tier beside the availability zone of its letter, or another Local Zone with it, but in a tier of its own,",
    "which names it in `availabilityZones`; no other subnet moves when it comes. IPv6 wants that tier anyway: its block (`ipv6Block`)",
    "is announced from the Local Zone ([0049](decisions/0049-local-zones.md)).",
    "",
    "To have it otherwise, write `network.addressPlan` ([its keys](blueprint.md#address-plan)) before the first apply: a change",
    "moves subnets, and AWS replaces those with IPv4. `hextet addresses` shows the plan of a blueprint. Why slots and not positions:",
    "[0002](decisions/0002-address-plan.md).",
    "",
  ].join("\n");
}

const RESERVED = RESERVED_ADDRESSES.first + RESERVED_ADDRESSES.last;

function row(length: number): string {
  const network = networkOf(length);
  const { ipv4PrefixLength, zonesPerTier } = network.plan;
  const [dual, single] = ["dual", "single"].map((name) => {
    const tier = network.tiers.find((one) => one.name === name);
    if (tier === undefined) throw new Error(`no tier ${name}`);
    return tier.slotCount;
  });
  const hosts = 2 ** (32 - ipv4PrefixLength) - RESERVED;
  return `| /${length} | /${ipv4PrefixLength} | ${hosts} | ${zonesPerTier} | ${dual} | ${single} |`;
}

function networkOf(length: number) {
  const text = `apiVersion: hextet/v1
name: plan
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/${length} }
  availabilityZones: [a]
  subnets:
    dual: { addressing: dual-stack, slot: 0 }
    single: { addressing: ipv6-only, slot: 1 }
`;
  const { networks, findings } = compile([{ file: "plan.yaml", text }], "2026-01-01");
  const [network] = networks;
  if (network === undefined) throw new Error(findings.map(({ message }) => message).join("; "));
  return network;
}
