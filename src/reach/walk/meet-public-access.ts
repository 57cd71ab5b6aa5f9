import { publicAccessFacts } from "../../aws/facts/public-access.ts";
import type { PublicAccess } from "../../aws/public-access.ts";
import { assertNever } from "../../base/invariant.ts";
import type { Answer, Gateway } from "../topology/topology.ts";
import type { TopologyIndex } from "./index-topology.ts";
import { type Errand, endWith, type gatewayHop, hopOf, ifPasses, type Way } from "./way.ts";

/** What a packet meets VPC Block Public Access with. */
export interface AtTheInternet {
  /** The gateway to the internet. */
  readonly gateway: Gateway;
  /** The subnet that its packets come from or go to, or the VPC of what stands in no subnet. */
  readonly where: { readonly id: string; readonly publicAccess: PublicAccess };
  /** True: a NAT gateway or an egress-only internet gateway sends it, so that nothing comes in by it. */
  readonly isOutward: boolean;
  /** The inspection endpoint that it passes next to the gateway; null: none. */
  readonly inspected: Extract<Gateway, { readonly kind: "inspection-endpoint" }> | null;
}

type GatewayHop = ReturnType<typeof gatewayHop>;

/** What VPC Block Public Access does with a packet; null: it lets it pass. */
export function blockedHop(index: TopologyIndex, at: AtTheInternet): GatewayHop | null {
  const judged = judge(at);
  if (judged === null) return null;
  const { gateway, where } = at;
  const words = {
    no: `Block Public Access shuts ${where.id}`,
    unknown: `whether Block Public Access shuts ${where.id} is not known`,
    yes: "",
  } as const;
  return {
    kind: "gateway",
    what: gateway.id,
    passes: judged.passes,
    reason: `${words[judged.passes]}: ${judged.why}`,
    place: index.topology.blockPublicAccess,
    facts: judged.facts,
  };
}

/** The ways behind the border to the internet, if they are not blocked there. */
export function unlessBlocked(
  index: TopologyIndex,
  at: AtTheInternet,
  errand: Errand,
  onward: () => readonly Way[],
): readonly Way[] {
  const hop = blockedHop(index, at);
  return hop === null ? onward() : ifPasses(errand, hopOf(errand, hop), onward);
}

/** Ends at the gateway where it is blocked; null: it is not. */
export function endWhereBlocked(
  index: TopologyIndex,
  at: AtTheInternet,
  errand: Errand,
): readonly Way[] | null {
  const hop = blockedHop(index, at);
  return hop === null ? null : endWith(errand, hop, hop.passes === "unknown" ? "arrived" : "stopped");
}

interface Judged {
  readonly passes: Answer;
  readonly why: string;
  readonly facts: GatewayHop["facts"];
}

function judge({ where, isOutward, inspected }: AtTheInternet): Judged | null {
  const { publicAccess } = where;
  const modes = publicAccessFacts.blockPublicAccessModes;
  switch (publicAccess) {
    case "open":
      return null;
    case "excluded":
      return inspected === null ? null : inspectedIn(inspected, true);
    case "outward":
      if (inspected !== null) return inspectedIn(inspected, false);
      if (isOutward) return null;
      return {
        passes: "no",
        why: "only NAT gateways and egress-only internet gateways reach the internet from there",
        facts: [publicAccessFacts.blockIngressLetsGatewaysOut, publicAccessFacts.exclusionModes],
      };
    case "shut":
      return { passes: "no", why: "nothing passes between it and the internet", facts: [modes] };
    case "unknown":
      return {
        passes: "unknown",
        why: "its mode, or what is excluded, is known after apply or of the account alone",
        facts: [modes, publicAccessFacts.blockPublicAccessIsOfTheAccount],
      };
    default:
      return assertNever(publicAccess);
  }
}

function inspectedIn({ id, of }: NonNullable<AtTheInternet["inspected"]>, isExcluded: boolean): Judged {
  if (of === "network-firewall")
    return {
      passes: "no",
      why: `it is on, and stops what passes ${id} even where its subnet is excluded`,
      facts: [publicAccessFacts.firewallStaysShut],
    };
  const facts = [publicAccessFacts.gatewayLoadBalancerShut];
  if (isExcluded || of === null)
    return { passes: "unknown", why: `AWS says two things of what passes ${id}`, facts };
  return { passes: "no", why: `it stops what passes ${id}`, facts };
}
