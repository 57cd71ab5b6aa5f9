import { isObject } from "../json.ts";
import type { RecordTargets } from "./dns.ts";
import type { Host } from "./hosts.ts";
import type { Measured } from "./monitoring.ts";
import type { Tree } from "./tree.ts";

/** What records can lead to in a blueprint. */
export function recordTargetsIn(blueprint: Tree, hosts: readonly Host[]): RecordTargets {
  const instances = hosts
    .filter(({ kind }) => kind === "instances")
    .map(({ name, tier, hasIpv6 }) => ({ name, hasIpv4: tier.hasIpv4, hasIpv6 }));
  const balancers = entriesIn(blueprint, "loadBalancers").map(([name, { ipAddressType }]) => ({
    name,
    isDualStack: ipAddressType !== "ipv4",
  }));
  const databases = entriesIn(blueprint, "rds", "instances").map(([name]) => name);
  return { instances, balancers, databases };
}

/** What can be measured in a blueprint. */
export function measuredIn(blueprint: Tree): Measured {
  return {
    natGateways: entriesIn(blueprint, "network", "natGateways").map(([name]) => name),
    balancers: entriesIn(blueprint, "loadBalancers").map(([name, { type }]) => ({
      name,
      type: String(type),
    })),
    instances: entriesIn(blueprint, "compute", "instances").map(([name]) => name),
    flowLogs: entriesIn(blueprint, "network", "flowLogs").flatMap(([name, { destination }]) =>
      isObject(destination) && "cloudWatchLogs" in destination ? [name] : [],
    ),
  };
}

function entriesIn(blueprint: Tree, ...keys: readonly string[]): readonly (readonly [string, Tree])[] {
  const map = keys.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), blueprint);
  return Object.entries(isObject(map) ? map : {}).flatMap(([name, body]) =>
    isObject(body) ? [[name, body] as const] : [],
  );
}
