import type { Path } from "../../base/path.ts";
import type { Cidr } from "../types/shared.ts";
import type { VpnConnection } from "../types/vpn.ts";

/** A block that the author chose for the ends of a tunnel. */
export interface InsideBlock {
  /** Of the connection. */
  readonly name: string;
  readonly path: Path;
  readonly cidr: Cidr;
}

/** The blocks inside the tunnels of a connection that the author chose. */
export function insideBlocks({ name, tunnels }: VpnConnection): readonly InsideBlock[] {
  return tunnels.flatMap(({ path, insideCidr, insideIpv6Cidr }) => [
    ...(insideCidr === null ? [] : [{ name, path: [...path, "insideCidr"], cidr: insideCidr }]),
    ...(insideIpv6Cidr === null ? [] : [{ name, path: [...path, "insideIpv6Cidr"], cidr: insideIpv6Cidr }]),
  ]);
}
