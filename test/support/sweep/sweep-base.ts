import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { isObject } from "../json.ts";

const EVERYTHING = new URL("../../blueprint/ok/everything.yaml", import.meta.url);
const ROOT = ["apiVersion", "name", "region", "tags", "terraform"];
const NETWORK = [
  "vpc",
  "availabilityZones",
  "addressPlan",
  "subnets",
  "natGateways",
  "securityGroups",
  "prefixLists",
];
/** Parts of the network that stand on the core alone: the whole network takes several times as long to compile. */
const OWN_PARTS = [
  "addressPlan",
  "networkAcls",
  "securityGroups",
  "prefixLists",
  "dhcpOptions",
  "blockPublicAccess",
  "flowLogs",
  "vpcEndpoints",
  "instanceConnectEndpoints",
  "vpcEndpointServices",
  "gatewayLoadBalancers",
  "resourceShares",
];
/** Of these parts, those that stand before balancers or are some, which the network by itself does not have. */
const OF_BALANCERS = ["vpcEndpointServices", "gatewayLoadBalancers"];
/** What of the network is in no part with the whole network: it needs what stands elsewhere. */
const ELSEWHERE = [...OF_BALANCERS, "resourceShares"];
const SHARED = [
  "transitGatewayRouteTables",
  "transitGatewayAttachments",
  "foreignTransitGatewayAttachments",
  "customerGateways",
  "vpnConnections",
  "virtualPrivateGateways",
];
const HOSTS = ["compute", "loadBalancers", "targetGroups", "ecs"];

/** What of a blueprint each section cannot be without, beside the core of the network. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  ipam: [],
  compute: HOSTS,
  loadBalancers: HOSTS,
  targetGroups: HOSTS,
  ecs: HOSTS,
  eks: [],
  lambda: [],
  route53: [...HOSTS, "rds"],
  rds: [],
  elasticache: [],
  cloudwatch: [...HOSTS, "flowLogs"],
};

/**
 * The blueprint with every key in parts, each section with what it cannot be without: what the provider never sees
 * (Terraform's own settings, acceptances, names of what is imported, outputs) is left out.
 */
export function sweepBases(): ReadonlyMap<string, Record<string, unknown>> {
  const everything: Record<string, unknown> = {
    ...mapIn(withoutYounger(parse(readFileSync(EVERYTHING, "utf8"))), "everything.yaml"),
    // The release that is asked: later ones may know more values.
    terraform: { awsProvider: { version: "5.100.0" } },
  };
  const { existing: _existing, ...vpc } = mapIn(
    mapIn(everything["network"], "network")["vpc"],
    "network.vpc",
  );
  const network = { ...mapIn(everything["network"], "network"), vpc };
  const ofNetwork = OWN_PARTS.map((part) => [`network.${part}`, [part, ...neededBy(part)]] as const);
  const parts = [...Object.entries(NEEDS), ...ofNetwork].map(([section, needs]) => {
    const core = { ...pick(network, [...NETWORK, ...needs]), subnets: withoutInspection(network) };
    const blocks = pick(vpc, ["ipv4Cidr", "ipv6", "additionalIpv4Cidrs", "additionalIpv6Cidrs"]);
    const { "from-pool": _pool, ...others } = mapIn(blocks["additionalIpv6Cidrs"], "additionalIpv6Cidrs");
    const own = { ...core, vpc: { ...blocks, additionalIpv6Cidrs: others } };
    return [section, { ...pick(everything, [...ROOT, section, ...needs]), network: own }] as const;
  });
  // A route leads to an instance, and what scales hosts counts the requests of balancers.
  const root = pick(everything, [...ROOT, "description", "ipam", ...HOSTS]);
  const byItself = Object.fromEntries(
    Object.entries(withoutOwnServices(network)).filter(([part]) => !ELSEWHERE.includes(part)),
  );
  return new Map([["network", { ...root, network: byItself }], ...parts]); // what takes longest begins first
}

/** What a part of the network cannot be without, in the network and beside it. */
function neededBy(part: string): readonly string[] {
  if (OF_BALANCERS.includes(part)) return [...HOSTS, ...OF_BALANCERS];
  return part === "resourceShares" ? [...SHARED, "ipam", "route53", ...HOSTS, "rds"] : [];
}

/** The section that a place such as `network.vpc.tags` belongs to. */
export function sectionOf(key: string): string {
  const [root = "", part = ""] = key.split(".");
  return root === "network" && OWN_PARTS.includes(part) ? `network.${part}` : root;
}

/** Without the endpoints of services of its own, which stand before balancers. */
function withoutOwnServices(network: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const endpoints = mapIn(network["gatewayLoadBalancerEndpoints"], "network.gatewayLoadBalancerEndpoints");
  const others = Object.entries(endpoints).filter(([, one]) => !(isObject(one) && "endpointService" in one));
  return { ...network, gatewayLoadBalancerEndpoints: Object.fromEntries(others) };
}

/** Its tiers without what stands in a part of the network that the section does not need. */
function withoutInspection(network: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const tiers = Object.entries(mapIn(network["subnets"], "network.subnets"));
  return Object.fromEntries(
    tiers.map(([name, tier]) => {
      const { inspection: _, nat64Instances: __, ...rest } = mapIn(tier, name);
      return [name, rest];
    }),
  );
}

/** Keys of everything.yaml whose arguments the release that is asked does not have. */
const YOUNGER = ["ipv4IpamPoolId", "ipv6IpamPoolId", "controlPlaneEgressMode"];

/** A blueprint's data without what the release that is asked does not know. */
export function withoutYounger(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutYounger);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(
    ([key, child]) =>
      !(
        YOUNGER.includes(key) ||
        // A rule of a network load balancer's listener, and a regional NAT gateway.
        (isObject(child) && isObject(child["sourceIp"]) && "ipAddressType" in child["sourceIp"]) ||
        (isObject(child) && child["availabilityMode"] === "regional")
      ),
  );
  return Object.fromEntries(kept.map(([key, child]) => [key, withoutYounger(child)]));
}

function pick(map: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => keys.includes(key)));
}

function mapIn(value: unknown, what: string): Record<string, unknown> {
  if (!isObject(value)) throw new Error(`${what} is no map`);
  return value;
}
