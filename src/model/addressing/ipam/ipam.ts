import type { Path } from "../../../base/path.ts";
import type {
  Blueprint,
  IpamPoolCidr as WrittenCidr,
  IpamPool as WrittenPool,
} from "../../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, present, readCidr, report, sortedEntries } from "../../context.ts";
import { awsStackName, displayName } from "../../names.ts";
import { namesOf } from "../../references.ts";
import type { Ipam, IpamBlock, IpamPool, IpamPoolCidr } from "../../types/ipam.ts";

type WrittenPools = Readonly<Record<string, WrittenPool>>;

/** The IPAM and its pools; null when the blueprint makes none. */
export function normaliseIpam(context: Context, blueprint: Blueprint): Ipam | null {
  const { ipam: written } = blueprint;
  if (written === undefined) return null;
  return {
    path: ["ipam"],
    displayName: awsStackName(blueprint),
    tier: written.tier,
    operatingRegions: [...(written.operatingRegions ?? [blueprint.region])].sort(),
    enablePrivateGua: written.enablePrivateGua,
    pools: sortedEntries(written.pools).map(([name, pool]) =>
      normalisePool(context, awsStackName(blueprint), name, pool, written.pools),
    ),
    tags: written.tags,
  };
}

function normalisePool(
  context: Context,
  stack: string,
  name: string,
  written: WrittenPool,
  pools: WrittenPools,
): IpamPool {
  const path: Path = ["ipam", "pools", name];
  const line = lineOf(context, name, pools);
  return {
    name,
    path,
    displayName: displayName(stack, name),
    source: line.length > 1 ? (written.source ?? null) : null,
    ...inheritedSettings(line),
    allocation: {
      default: written.allocationDefaultNetmaskLength ?? null,
      min: written.allocationMinNetmaskLength ?? null,
      max: written.allocationMaxNetmaskLength ?? null,
    },
    writtenKeys: Object.keys(written).sort(),
    cidrs: normaliseCidrs(context, name, written, [...path, "cidrs"]),
    tags: written.tags,
  };
}

/** What the nearest pool of the line says, beginning with the pool itself. */
function inheritedSettings(line: readonly WrittenPool[]) {
  const say = <K extends keyof WrittenPool>(key: K) => line.find((pool) => pool[key] !== undefined)?.[key];
  const scope = say("scope") ?? "public";
  const family = say("addressFamily") ?? "ipv6";
  const locale = say("locale") ?? null;
  const publicIpSource = scope === "public" ? (say("publicIpSource") ?? "byoip") : null;
  const canBeAdvertised = family === "ipv6" && publicIpSource === "byoip";
  return {
    scope,
    family,
    locale,
    publicIpSource,
    publiclyAdvertisable: canBeAdvertised ? (say("publiclyAdvertisable") ?? true) : null,
    awsService: scope === "public" && locale !== null ? "ec2" : null,
  } as const;
}

/** The pool and those it stems from, itself first; a source that is unknown or leads back to the pool is reported. */
function lineOf(context: Context, name: string, pools: WrittenPools): readonly WrittenPool[] {
  const line: string[] = [name];
  for (let source = pools[name]?.source; source !== undefined; source = pools[source]?.source) {
    const path = ["ipam", "pools", line.at(-1) ?? name, "source"];
    const isOwn = line.length === 1;
    if (!(source in pools)) {
      if (isOwn) checkReference(context, "IPAM pool", source, namesOf(pools), path);
      break;
    }
    if (line.includes(source)) {
      if (source === name) {
        const message = `IPAM pool "${name}" is its own source`;
        report(context, "model/ipam-pool-cycle", ["ipam", "pools", name, "source"], message);
      }
      break;
    }
    line.push(source);
  }
  return present(line.map((one) => pools[one] ?? null));
}

function normaliseCidrs(
  context: Context,
  pool: string,
  written: WrittenPool,
  mapPath: Path,
): readonly IpamPoolCidr[] {
  return present(
    sortedEntries(written.cidrs).map(([name, cidr]): IpamPoolCidr | null => {
      const path = [...mapPath, name];
      const block = readBlock(context, cidr, path);
      return block === null ? null : { id: `${pool}_${name}`, name, path, block };
    }),
  );
}

function readBlock(context: Context, written: WrittenCidr, path: Path): IpamBlock | null {
  if (written.byoip !== undefined) {
    const { cidr: text, message, signature } = written.byoip;
    const cidr = readCidr(context, text, [...path, "byoip", "cidr"], "any");
    return cidr === null ? null : { kind: "byoip", cidr, message, signature };
  }
  if (written.cidr !== undefined) {
    const cidr = readCidr(context, written.cidr, [...path, "cidr"], "any");
    return cidr === null ? null : { kind: "cidr", cidr };
  }
  return written.netmaskLength === undefined
    ? null
    : { kind: "netmask-length", length: written.netmaskLength };
}
