import type { Path } from "../../base/path.ts";
import type { Blueprint, LoadBalancer as WrittenBalancer } from "../../blueprint/blueprint.generated.ts";
import { type Context, sortedEntries } from "../context.ts";
import type { Declared } from "../declared.ts";
import { awsNameOf, awsStackName, loadBalancerName } from "../names.ts";
import { knownNames, knownTiers } from "../references.ts";
import type { HttpAttributes, LoadBalancer, LoadBalancerLogs } from "../types/load-balancing.ts";
import type { Tier } from "../types/subnets.ts";
import { normaliseListeners } from "./listeners.ts";
import { normaliseMappings } from "./subnet-mappings.ts";

/** The load balancers with their listeners, sorted by name. */
export function normaliseLoadBalancers(
  context: Context,
  blueprint: Blueprint,
  declared: Declared,
): readonly LoadBalancer[] {
  return sortedEntries(blueprint.loadBalancers).map(([name, written]) =>
    normaliseBalancer(context, blueprint, declared, name, written),
  );
}

function normaliseBalancer(
  context: Context,
  blueprint: Blueprint,
  declared: Declared,
  name: string,
  written: WrittenBalancer,
): LoadBalancer {
  const path: Path = ["loadBalancers", name];
  const isNetwork = written.type === "network";
  const tiers = knownTiers(context, written.subnets, declared.tiers, [...path, "subnets"]);
  const groupsPath = [...path, "securityGroups"];
  return {
    name,
    path,
    displayName: loadBalancerName(awsStackName(blueprint), awsNameOf(name, written)),
    type: written.type,
    ipAddressType: written.ipAddressType,
    internal: written.scheme === undefined ? !arePublic(tiers) : written.scheme === "internal",
    tiers: tiers.map((tier) => tier.name),
    subnets: tiers.flatMap((tier) => tier.subnets.map((subnet) => subnet.id)),
    mappings: normaliseMappings(context, written, tiers, path),
    securityGroups: knownNames(
      context,
      "security group",
      written.securityGroups,
      declared.securityGroups,
      groupsPath,
    ),
    deletionProtection: written.deletionProtection,
    idleTimeout: isNetwork ? null : written.idleTimeout,
    http: isNetwork ? null : httpAttributes(written),
    webAclArn: written.webAclArn ?? null,
    accessLogs: logs(written.accessLogs),
    connectionLogs: logs(written.connectionLogs),
    crossZone: isNetwork ? (written.crossZone ?? false) : null,
    listeners: normaliseListeners(context, blueprint, name, written, path),
    tags: written.tags,
  };
}

function arePublic(tiers: readonly Tier[]): boolean {
  return tiers.length > 0 && tiers.every((tier) => tier.internet === "public");
}

function httpAttributes(written: WrittenBalancer): HttpAttributes {
  return {
    clientKeepAlive: written.clientKeepAlive,
    preserveHostHeader: written.preserveHostHeader,
    xffHeaderProcessingMode: written.xffHeaderProcessingMode,
    enableXffClientPort: written.enableXffClientPort,
    dropInvalidHeaderFields: written.dropInvalidHeaderFields,
    desyncMitigationMode: written.desyncMitigationMode,
    enableHttp2: written.enableHttp2,
    enableTlsVersionAndCipherSuiteHeaders: written.enableTlsVersionAndCipherSuiteHeaders,
    enableWafFailOpen: written.enableWafFailOpen,
  };
}

function logs(written: WrittenBalancer["accessLogs"]): LoadBalancerLogs | null {
  return written === undefined ? null : { bucket: written.bucket as string, prefix: written.prefix ?? null };
}
