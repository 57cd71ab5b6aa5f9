import {
  ARM64_FAMILIES,
  FAMILIES_WITHOUT_IPV6,
  MAC_FAMILIES,
  SIZES_BY_FAMILY,
  XEN_FAMILIES,
} from "./instance-type-data.ts";
import { NAMED_SIZES_BY_FAMILY } from "./instance-type-names.generated.ts";

/** What AWS publishes about an instance type; `unknown` where the table has no word on it, which is never a no. */
export interface InstanceTypeFacts {
  /** What stands before the dot: `t4g` of `t4g.small`. */
  readonly family: string;
  /** True when the table lists exactly this type; a new size of a listed family is not known, but has its family's facts. */
  readonly known: boolean;
  readonly ipv6: "yes" | "no" | "unknown";
  /** Bare metal of the Nitro generation counts as nitro. */
  readonly hypervisor: "nitro" | "xen" | "unknown";
  /** Of the images it boots; unknown for Macs, which boot macOS only. */
  readonly architecture: "x86_64" | "arm64" | "unknown";
}

/** Looks up an instance type such as `t4g.small`. Families launched after the table, or retired before, are unknown. */
export function instanceTypeFacts(type: string): InstanceTypeFacts {
  const [family, size] = splitType(type);
  const known = sizesOf(family).has(size);
  if (!SIZES_BY_FAMILY.has(family)) {
    return { family, known, ipv6: "unknown", hypervisor: "unknown", architecture: "unknown" };
  }
  return {
    family,
    known,
    ipv6: FAMILIES_WITHOUT_IPV6.has(family) ? "no" : "yes",
    hypervisor: hypervisorOf(family, size),
    architecture: architectureOf(family),
  };
}

/**
 * The architecture that AWS's names tell of a type that the table does not know: after the generation stands g for
 * Graviton, a for AMD, i for Intel; null: the name does not tell. See
 * https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
export function architectureByName(type: string): "x86_64" | "arm64" | null {
  const [, processor] = /^[a-z]+\d+([agi])[a-z]*\./.exec(type) ?? [];
  if (processor === undefined) return null;
  return processor === "g" ? "arm64" : "x86_64";
}

/** The most IPv6 addresses that one network interface of the type takes: 0 without IPv6, null when not known. */
export function maxIpv6AddressesPerInterface(type: string): number | null {
  const [family, size] = splitType(type);
  return sizesOf(family).get(size) ?? null;
}

/** True when the API names the type, whatever the table says of it: types newer than the table, and retired ones. */
export function isNamedByApi(type: string): boolean {
  const [family, size] = splitType(type);
  return sizesOf(family).has(size) || (NAMED_SIZES_BY_FAMILY.get(family)?.split(" ").includes(size) ?? false);
}

/** All instance types of the table, for suggestions. */
export function knownInstanceTypes(): readonly string[] {
  return [...SIZES_BY_FAMILY.keys()].flatMap((family) => {
    return [...sizesOf(family).keys()].map((size) => `${family}.${size}`);
  });
}

function splitType(type: string): readonly [family: string, size: string] {
  const dot = type.indexOf(".");
  return dot === -1 ? [type, ""] : [type.slice(0, dot), type.slice(dot + 1)];
}

function sizesOf(family: string): ReadonlyMap<string, number> {
  const groups = SIZES_BY_FAMILY.get(family)?.split("; ") ?? [];
  return new Map(
    groups.flatMap((group) => {
      const [sizes = "", count] = group.split(":");
      return sizes.split(" ").map((size) => [size, Number(count)] as const);
    }),
  );
}

/** Metal sizes of Xen families have no hypervisor at all, and the table lists none of them. */
function hypervisorOf(family: string, size: string): InstanceTypeFacts["hypervisor"] {
  if (!XEN_FAMILIES.has(family)) return "nitro";
  return size.startsWith("metal") ? "unknown" : "xen";
}

function architectureOf(family: string): InstanceTypeFacts["architecture"] {
  if (MAC_FAMILIES.has(family)) return "unknown";
  return ARM64_FAMILIES.has(family) ? "arm64" : "x86_64";
}
