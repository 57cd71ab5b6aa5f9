import { assertNever } from "../../base/invariant.ts";
import { formatPath } from "../../base/path.ts";
import type { Place } from "../../reach/topology/topology.ts";
import type { HopKind } from "../../reach/walk/trace.ts";

/** A kind of hop in the words of AWS and of this project. */
export function hopName(kind: HopKind): string {
  switch (kind) {
    case "dns":
      return "DNS";
    case "source-address":
      return "source address";
    case "security-group-out":
      return "security group, out";
    case "network-acl-out":
      return "network ACL, out";
    case "route":
      return "route";
    case "gateway":
      return "gateway";
    case "network-acl-in":
      return "network ACL, in";
    case "security-group-in":
      return "security group, in";
    case "listener":
      return "listener";
    case "service":
      return "service";
    case "path-mtu":
      return "path MTU";
    default:
      return assertNever(kind);
  }
}

/** A place as people look it up. */
export function placeText(place: Place): string {
  if (place.kind === "other-blueprint") return `${place.stack}: ${formatPath(place.path)}`;
  return place.kind === "blueprint" ? formatPath(place.path) : place.address;
}
