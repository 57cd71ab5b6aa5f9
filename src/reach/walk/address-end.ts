import { type Address, bitsOf, contains, type Prefix } from "../../base/prefix.ts";
import { type Block, coverage } from "../topology/block.ts";
import type { Standing, TargetEnd } from "./attempt.ts";
import { once, type TopologyIndex } from "./index-topology.ts";
import { addressParty, isOnInternet } from "./parties.ts";

/** Whose an address is: an interface's, somebody's outside, or nobody's that is known. */
export function addressEnd(index: TopologyIndex, { family, address }: Address): TargetEnd {
  return once(index, "address end", `${family} ${address}`, () => findEnd(index, { family, address }));
}

function findEnd(index: TopologyIndex, { family, address }: Address): TargetEnd {
  const prefix: Prefix = { family, address, length: bitsOf(family) };
  const owner = interfaceAt(index, prefix);
  if (owner !== null) return { kind: "interface", ...owner };
  const block: Block & { readonly kind: "known" } = { kind: "known", prefix };
  const outside = addressParty(index, block);
  const mayBeInVpc = index.topology.vpcs.some(({ blocks }) =>
    blocks.some((own) => coverage(own, block) !== "none"),
  );
  if (!mayBeInVpc && isOnInternet(prefix))
    return { kind: "party", party: outside, goal: { kind: "outside" } };
  const party = { ...outside, isOutside: false, groups: "unknown" } as const;
  return { kind: "party", party, goal: { kind: "elsewhere" } };
}

/** The interface that surely has the address. */
function interfaceAt({ topology }: TopologyIndex, address: Prefix): Standing | null {
  for (const node of topology.nodes) {
    const own = node.interfaces.find((one) => isAt(one[address.family], address));
    if (own !== undefined) return { node, own };
  }
  return null;
}

function isAt(block: Block | null, address: Prefix): boolean {
  return block?.kind === "known" && block.prefix.length === address.length && contains(block.prefix, address);
}
