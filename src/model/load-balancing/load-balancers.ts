import { loadBalancerTypes, RECOMMENDED_SECURITY_POLICY } from "../../aws/load-balancing.ts";
import type { Path } from "../../base/path.ts";
import type {
  Blueprint,
  ListenerAction as WrittenAction,
  LoadBalancer as WrittenBalancer,
  Listener as WrittenListener,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, present, sortedEntries } from "../context.ts";
import type { Declared } from "../declared.ts";
import { awsNameOf, awsStackName, loadBalancerName } from "../names.ts";
import { knownNames, knownTiers, namesOf } from "../references.ts";
import type { Listener, ListenerAction, ListenerRule, LoadBalancer } from "../types/load-balancing.ts";
import type { Tier } from "../types/subnets.ts";
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
    crossZone: isNetwork ? (written.crossZone ?? false) : null,
    listeners: normaliseListeners(context, blueprint, name, written, path),
    tags: written.tags,
  };
}

function arePublic(tiers: readonly Tier[]): boolean {
  return tiers.length > 0 && tiers.every((tier) => tier.internet === "public");
}

function normaliseListeners(
  context: Context,
  blueprint: Blueprint,
  balancer: string,
  { listeners }: WrittenBalancer,
  balancerPath: Path,
): readonly Listener[] {
  return present(
    sortedEntries(listeners).map(([name, written]: readonly [string, WrittenListener]): Listener | null => {
      const path = [...balancerPath, "listeners", name];
      const action = normaliseAction(context, blueprint, written.action, [...path, "action"]);
      if (action === null) return null;
      const { port, protocol, certificateArn = null } = written;
      const sslPolicy = written.sslPolicy ?? defaultSecurityPolicy(protocol);
      const id = `${balancer}_${name}`;
      const rules = normaliseRules(context, blueprint, id, written, path);
      return { id, name, path, port, protocol, certificateArn, sslPolicy, action, rules };
    }),
  );
}

/** A rule that forwards to an unknown target group is reported and left out. */
function normaliseRules(
  context: Context,
  { targetGroups }: Blueprint,
  listener: string,
  { rules }: WrittenListener,
  listenerPath: Path,
): readonly ListenerRule[] {
  return present(
    sortedEntries(rules).map(([name, { priority, sourceIp, forwardTo }]): ListenerRule | null => {
      const path = [...listenerPath, "rules", name];
      const at = [...path, "forwardTo"];
      if (!checkReference(context, "target group", forwardTo, namesOf(targetGroups), at)) return null;
      const { ipAddressType } = sourceIp;
      return { id: `${listener}_${name}`, name, path, priority, ipAddressType, targetGroup: forwardTo };
    }),
  );
}

/** AWS's own default for a listener that says nothing is a policy with TLS 1.0. */
function defaultSecurityPolicy(protocol: string): string | null {
  const encrypted: readonly string[] = Object.values(loadBalancerTypes).flatMap(
    ({ certificateProtocols }) => certificateProtocols,
  );
  return encrypted.includes(protocol) ? RECOMMENDED_SECURITY_POLICY : null;
}

function normaliseAction(
  context: Context,
  { targetGroups }: Blueprint,
  { forwardTo, redirectToHttps, fixedResponse }: WrittenAction,
  path: Path,
): ListenerAction | null {
  if (forwardTo !== undefined) {
    const isKnown = checkReference(context, "target group", forwardTo, namesOf(targetGroups), [
      ...path,
      "forwardTo",
    ]);
    return isKnown ? { kind: "forward", targetGroup: forwardTo } : null;
  }
  if (redirectToHttps !== undefined) return { kind: "redirect-to-https", ...redirectToHttps };
  return { kind: "fixed-response", ...fixedResponse, messageBody: fixedResponse.messageBody ?? null };
}
