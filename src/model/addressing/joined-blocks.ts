import type { Path } from "../../base/path.ts";
import { overlaps } from "../../base/prefix.ts";
import type { Network } from "../types/network.ts";
import type { Joined } from "../types/references.ts";
import type { Cidr } from "../types/shared.ts";
import { placedBlocks } from "./vpc.ts";

/** A block of the VPC that shares addresses with one of another blueprint's VPC. */
interface Overlap {
  readonly path: Path;
  readonly cidr: Cidr;
  readonly joined: Joined;
  readonly other: Joined["blocks"][number];
}

/** Where the VPC and those that a kind of link joins it to share addresses. */
export function overlapsWithJoined(network: Network, by: Joined["by"]): readonly Overlap[] {
  const linked = network.joined.filter((joined) => joined.by === by);
  return placedBlocks(network.vpc).flatMap(({ path, cidr }) =>
    linked.flatMap((joined) =>
      joined.blocks
        .filter((other) => overlaps(cidr.prefix, other.cidr.prefix))
        .map((other) => ({ path, cidr, joined, other })),
    ),
  );
}
