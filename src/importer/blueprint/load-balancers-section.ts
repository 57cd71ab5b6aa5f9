import { compareTexts } from "../../base/compare-texts.ts";
import type {
  FixedResponse,
  Listener,
  ListenerAction,
  LoadBalancer,
} from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { write } from "../fields/field.ts";
import { encryptionArguments, fixedResponseArguments, listenerArguments } from "../fields/listener.ts";
import {
  applicationBalancerArguments,
  loadBalancerArguments,
  networkBalancerArguments,
} from "../fields/load-balancer.ts";
import type { FoundAction, FoundListener, FoundLoadBalancer } from "../types/balancing.ts";
import type { Draft } from "./draft.ts";
import { nameIn } from "./known.ts";
import { inNameOrder, startNaming } from "./names.ts";
import { compact, type Section, type Sections } from "./section.ts";
import type { GroupNames } from "./security-groups-section.ts";
import { type TierPlan, wholeTiers } from "./tier-plan.ts";

/** What load balancers refer to. */
export interface BalancerNames {
  readonly tiers: readonly TierPlan[];
  readonly groups: GroupNames;
  /** Names of target groups by ARN. */
  readonly targetGroups: ReadonlyMap<string, string>;
}

const PROTOCOLS = ["HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP"];

/** Writes `loadBalancers`: application and network balancers as they are, dual-stack. */
export function writeLoadBalancers(draft: Draft, names: BalancerNames): Sections<LoadBalancer> {
  const name = nameIn(draft, "aws_lb", "loadBalancers");
  return Object.fromEntries(
    inNameOrder(draft.inventory.loadBalancers).flatMap((balancer): [string, Section<LoadBalancer>][] => {
      const reason = refusal(names, balancer);
      if (reason !== null) {
        draft.leaveOut({ kind: "load balancer", id: balancer.id, detail: reason });
        return [];
      }
      const own = name(balancer.id, balancer.name, "balancer");
      draft.importAs(terraformAddress("aws_lb", own), balancer.id);
      return [[own, writeBalancer(draft, names, own, balancer)]];
    }),
  );
}

function refusal(names: BalancerNames, balancer: FoundLoadBalancer): string | null {
  const { type, subnetIds, securityGroupIds, listeners } = balancer;
  if (type !== "application" && type !== "network") return `of type ${type}`;
  if (wholeTiers(names.tiers, subnetIds) === null) return "it stands in subnets that are left out";
  if (securityGroupIds.some((id) => !names.groups.has(id))) return "its security groups were not all found";
  if (listeners.length === 0) return "it has no listener";
  const isSayable = listeners.some((listener) => writeListener(names, listener) !== null);
  return isSayable ? null : "none of its listeners can be said";
}

function writeBalancer(
  draft: Draft,
  names: BalancerNames,
  name: string,
  balancer: FoundLoadBalancer,
): Section<LoadBalancer> {
  const { type, listeners, isInternal, securityGroupIds } = balancer;
  const hasUdp = listeners.some(({ protocol }) => protocol.includes("UDP"));
  if (hasUdp) {
    draft.remark(
      ["loadBalancers", name],
      "TODO: it has UDP listeners, so IPv4 stays; see hextet explain udp-on-dualstack-network-balancer.",
    );
  }
  return compact<LoadBalancer>({
    type,
    ipAddressType: hasUdp ? "ipv4" : "dualstack",
    scheme: isInternal ? "internal" : "internet-facing",
    subnets: wholeTiers(names.tiers, balancer.subnetIds) ?? [],
    securityGroups: securityGroupIds.flatMap((id) => names.groups.get(id) ?? []).sort(),
    ...write(loadBalancerArguments, balancer),
    ...write(type === "network" ? networkBalancerArguments : applicationBalancerArguments, balancer),
    listeners: writeListeners(draft, names, name, listeners),
  });
}

function writeListeners(
  draft: Draft,
  names: BalancerNames,
  balancer: string,
  listeners: readonly FoundListener[],
): Sections<Listener> {
  const keys = draft.known.keysAt("loadBalancers", balancer, "listeners");
  const name = startNaming(keys);
  const sorted = [...listeners].sort((a, b) => a.port - b.port || compareTexts(a.protocol, b.protocol));
  return Object.fromEntries(
    sorted.flatMap((listener): [string, Section<Listener>][] => {
      const written = writeListener(names, listener);
      const own =
        draft.known.nameOf("aws_lb_listener", listener.arn, 1) ?? name(listener.protocol, "listener");
      leaveParts(draft, listener, written === null);
      if (written === null) return [];
      draft.importAs(terraformAddress("aws_lb_listener", `${balancer}_${own}`), listener.arn);
      return [[own, written]];
    }),
  );
}

function leaveParts(draft: Draft, { arn, action, furtherParts }: FoundListener, isRefused: boolean): void {
  const words =
    action.kind === "other" ? action.words : "its protocol, or what it forwards to, cannot be said";
  if (isRefused) draft.leaveOut({ kind: "listener", id: arn, detail: words });
  for (const detail of furtherParts) draft.leaveOut({ kind: "part of a listener", id: arn, detail });
}

/** Null when a blueprint has no words for it. */
function writeListener(names: BalancerNames, listener: FoundListener): Section<Listener> | null {
  const action = writeAction(names, listener.action);
  if (action === null || !PROTOCOLS.includes(listener.protocol)) return null;
  const isEncrypted = listener.protocol === "HTTPS" || listener.protocol === "TLS";
  return compact<Listener>({
    ...write(listenerArguments, listener),
    ...(isEncrypted ? write(encryptionArguments, listener) : {}),
    action,
  });
}

function writeAction({ targetGroups }: BalancerNames, action: FoundAction): Section<ListenerAction> | null {
  if (action.kind === "forward") {
    const name = targetGroups.get(action.targetGroupArn);
    return name === undefined ? null : { forwardTo: name };
  }
  if (action.kind === "redirect-to-https") {
    return { redirectToHttps: { port: action.port, statusCode: action.statusCode } };
  }
  if (action.kind === "other") return null;
  return { fixedResponse: compact<FixedResponse>(write(fixedResponseArguments, action)) };
}
