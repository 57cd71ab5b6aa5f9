import { invariant } from "../../base/invariant.ts";
import { type Address, type AddressFamily, parseAddress } from "../../base/prefix.ts";
import type { LabDestination, LabPlan, LabSource } from "../../lab/plan/lab-plan.ts";
import type { Try } from "../../lab/run/run-tries.ts";
import type { Node } from "../../reach/topology/nodes.ts";
import { addressEnd } from "../../reach/walk/address-end.ts";
import { attemptFrom, type Standing, type Target, type TargetEnd } from "../../reach/walk/attempt.ts";
import { attemptFromOutside } from "../../reach/walk/attempt-from-outside.ts";
import type { TopologyIndex } from "../../reach/walk/index-topology.ts";
import { serverParty } from "../../reach/walk/parties.ts";
import type { Attempt, Query } from "../../reach/walk/trace.ts";

/** What reach says of a connection that the laboratory tries; or which of its ends reach has not, so that it says nothing. */
export type SaidByReach =
  | { readonly kind: "attempt"; readonly attempt: Attempt }
  | { readonly kind: "silent"; readonly address: string; readonly why: string };

/** Asks reach for the connection of one try: the same interfaces, the same family, the same port. */
export function attemptOfTry(index: TopologyIndex, plan: LabPlan, one: Try): SaidByReach {
  const source = plan.sources.find(({ name }) => name === one.from);
  const destination = plan.destinations.find(({ name }) => name === one.to);
  invariant(source !== undefined && destination !== undefined, `${one.from} or ${one.to} is not in the plan`);
  const end = endOf(index, plan, destination, one);
  if (end === null) return silent(destination);
  const query: Query = { ...ENDS, protocol: one.protocol, port: one.port ?? 0 };
  const target: Target = {
    name: null,
    family: familyOf(one),
    isTranslated: one.family === "nat64",
    before: [],
    end,
  };
  if (source.isInternet) return fromInternet(index, source, target, query);
  // What a peer brings comes in otherwise than what the internet gateway lets in.
  if (source.subnet === null)
    return { kind: "silent", address: source.address, why: `reach begins nothing at ${source.name}` };
  const standing = standingAt(index, plan, source);
  if (standing === null) return silent(source);
  return { kind: "attempt", attempt: attemptFrom(index, standing, target, query) };
}

/** The family of the packets as the client sends them. */
export function familyOf({ family }: Pick<Try, "family">): AddressFamily {
  return family === "ipv4" ? "ipv4" : "ipv6";
}

/** Reach's node for something of the laboratory: reach has a database cluster where the laboratory has its instances. */
export function nodeOf(index: TopologyIndex, { clusterMembers }: LabPlan, address: string): Node | undefined {
  const member = clusterMembers.find((one) => one.address === address);
  return index.nodes.get(member?.cluster ?? address);
}

/** Whoever is asked for is in the target: an attempt reads no ends. */
const ENDS: Pick<Query, "from" | "to"> = { from: { kind: "internet" }, to: { kind: "internet" } };

function silent({ name, address }: LabSource | LabDestination): SaidByReach {
  return { kind: "silent", address, why: `reach knows no ${name}` };
}

/** Null where reach has nobody there. */
function endOf(
  index: TopologyIndex,
  plan: LabPlan,
  destination: LabDestination,
  { family }: Try,
): TargetEnd | null {
  if (destination.subnet !== null) {
    const standing = standingAt(index, plan, destination);
    return standing === null ? null : { kind: "interface", ...standing };
  }
  const wire = family === "ipv6" ? "ipv6" : "ipv4";
  const name = SERVICE.exec(destination.address)?.[1];
  if (name !== undefined) {
    const party = serverParty(index, wire, { name, isListed: "yes" });
    return { kind: "party", party, goal: { kind: "outside" } };
  }
  const end = addressEnd(index, addressIn(destination, wire));
  if (destination.address === INTERNET || end.kind === "interface") return end;
  // Behind a peer an address is the peer's, whosever it is on the internet.
  const party = { ...end.party, isOutside: false, groups: "unknown" } as const;
  return { kind: "party", party, goal: { kind: "elsewhere" } };
}

/** As the laboratory calls its internet. */
export const INTERNET = "internet";

/** A service behind a gateway endpoint stands under the endpoint's service name, and for its VPC where there are several. */
const SERVICE = /^com\.amazonaws\.[a-z0-9-]+\.(\w+)(?:@.*)?$/;

function standingAt(
  index: TopologyIndex,
  plan: LabPlan,
  { address, subnet }: Pick<LabSource, "address" | "subnet">,
): Standing | null {
  const node = nodeOf(index, plan, address);
  const own = node?.interfaces.find((one) => one.subnet === subnet);
  return node === undefined || own === undefined ? null : { node, own };
}

function fromInternet(index: TopologyIndex, source: LabSource, target: Target, query: Query): SaidByReach {
  const { name, address } = source;
  const end = addressEnd(index, addressIn(source, target.family));
  if (end.kind === "interface" || end.goal.kind !== "outside")
    return { kind: "silent", address, why: `reach does not know where ${name} stands` };
  return { kind: "attempt", attempt: attemptFromOutside(index, end.party, target, query) };
}

function addressIn(one: Pick<LabSource, "name" | "ipv4" | "ipv6">, family: AddressFamily): Address {
  const address = parseAddress(one[family] ?? "");
  invariant(address !== null, `${one.name} has no ${family} address`);
  return address;
}
