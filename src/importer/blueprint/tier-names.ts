import { slug } from "../../model/slug.ts";
import type { FoundSubnet } from "../types/inventory.ts";
import { isValueWord, nameOf, transliterate } from "./names.ts";

const EMPTY_WORDS = new Set(["subnet", "subnets", "sn", "az", "zone"]);
/** Numbers, zone letters, and both: `1`, `a`, `1a`, `az1`, `use1-az2` leaves `use1`. */
const PLACE_WORD = /^(?:az)?(?:\d*[a-f]|\d+)$/;
const NUMBER_WORDS = new Set(["one", "two", "three", "four", "five", "six"]);
/** `2nd app` is said as `app-2nd`: a name begins with a letter. */
const ORDINAL = /^\d+(?:st|nd|rd|th)$/;

/**
 * What the Name tags of a tier's subnets have in common: the tag without words for a place or for a subnet, so that
 * "Public Subnet 2" and "shop-public-eu-west-1a" give `public` and `shop-public`. Empty when the tag has no word of its own.
 */
export function tierNameOf({ name, zone }: FoundSubnet): string {
  const text = slug(transliterate(name ?? ""));
  const withoutZone = text.replace(new RegExp(`(^|-)(?:${slug(zone)}|${shortZone(zone)})(?=-|$)`), "");
  const all = withoutZone.split("-").filter((word) => word !== "");
  const words = all.filter((word) => !EMPTY_WORDS.has(word) && !isPlace(word));
  const own = [...words.filter((word) => !ORDINAL.test(word)), ...words.filter((word) => ORDINAL.test(word))];
  // A kind, such as `public`, is no name for a subnet that somebody called 123.
  const [number] = all.length === 1 ? all.filter((word) => /^\d{3,}$/.test(word)) : [];
  if (number !== undefined) return `subnet-${number}`;
  const joined = own.join("-");
  return nameOf(isValueWord(joined) ? `tier-${joined}` : joined);
}

function isPlace(word: string): boolean {
  return PLACE_WORD.test(word) || NUMBER_WORDS.has(word);
}

/** `euw1a` of `eu-west-1a`: letters of the region, its number, the zone. */
function shortZone(zone: string): string {
  const [area = "", ...rest] = zone.split("-");
  const last = rest.at(-1) ?? "";
  return `${area}${rest
    .slice(0, -1)
    .map((word) => word.charAt(0))
    .join("")}${last}`;
}
