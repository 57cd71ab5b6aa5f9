import type { Path } from "../../base/path.ts";
import { type Address, formatAddress, hostAddress, parseAddress } from "../../base/prefix.ts";
import { type FixedAddress, fixedAddresses } from "../compute/fixed-addresses.ts";
import type { Network } from "../types/network.ts";

/** The chosen addresses of the VPC's inbound Resolver endpoints in canonical form, each with the endpoint's name. */
export function inboundAddresses(network: Network): ReadonlyMap<string, string> {
  const inbound = network.route53.resolverEndpoints.filter(({ direction }) => direction === "INBOUND");
  const found = fixedAddresses(network).flatMap((fixed): readonly [string, string][] => {
    const endpoint = inbound.find(({ path }) => isBelow(fixed.path, path));
    const address = addressOf(fixed);
    if (endpoint === undefined || address === null) return [];
    return [[formatAddress(address.family, address.address), endpoint.name]];
  });
  return new Map(found);
}

function isBelow(path: Path, above: Path): boolean {
  return above.every((step, index) => path[index] === step);
}

/** The whole address; null where it counts from a block that is known after apply only. */
function addressOf({ text, block, number }: FixedAddress): Address | null {
  if (number === null) return parseAddress(text);
  return block === null ? null : { family: block.family, address: hostAddress(block, number) };
}
