import { slug } from "../../model/slug.ts";
import type { FoundSubnet } from "../types/inventory.ts";
import { nameOf } from "./names.ts";

const EMPTY_WORDS = new Set(["subnet", "subnets", "sn", "az", "zone"]);
/** Numbers, zone letters, and both: `1`, `a`, `1a`, `az1`, `use1-az2` leaves `use1`. */
const PLACE_WORD = /^(?:az)?(?:\d*[a-f]|\d+)$/;

/**
 * What the Name tags of a tier's subnets have in common: the tag without words for a place or for a subnet, so that
 * "Public Subnet 2" and "shop-public-eu-west-1a" give `public` and `shop-public`. Empty when nothing is left.
 */
export function tierNameOf({ name, zone }: FoundSubnet): string {
  const withoutZone = slug(name ?? "").replace(new RegExp(`(^|-)${slug(zone)}(?=-|$)`), "");
  const words = withoutZone.split("-").filter((word) => !EMPTY_WORDS.has(word) && !PLACE_WORD.test(word));
  return nameOf(words.join("-"));
}
