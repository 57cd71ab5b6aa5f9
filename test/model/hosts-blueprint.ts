import type { Blueprint } from "../../src/blueprint/blueprint.generated.ts";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import type { Host } from "../../src/model/types/compute.ts";
import type { Network } from "../../src/model/types/network.ts";
import { describe, networkFrom, tryNetworkFrom } from "../support/network.ts";

const HEAD = `
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [b, a]
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    edge: { addressing: dual-stack, internet: public, slot: 1 }
    app: { addressing: dual-stack, internet: egress-only, slot: 2 }
    native: { addressing: ipv6-only, internet: egress-only, slot: 3 }
    legacy: { addressing: ipv4-only, slot: 4 }
  securityGroups: { web: {}, admin: {} }
  natGateways:
    main: { subnet: public }
    inner: { subnet: app, connectivityType: private }
`;

/** The text of a blueprint with five tiers, two security groups and two NAT gateways, and this behind it. */
export function textWith(body: string): string {
  return HEAD + body;
}

/** The network of the blueprint with this behind the head; throws when there are findings. */
export function networkWith(body: string): Network {
  return networkFrom(textWith(body));
}

/** The findings in the blueprint with this behind the head, each as `rule at path: message (hint)`. */
export function findingsWith(body: string): readonly string[] {
  return tryNetworkFrom(textWith(body)).diagnostics.map(describe);
}

/** The blueprint with this behind the head, all schema defaults filled in. */
export function blueprintWith(body: string): Blueprint {
  const { blueprint, diagnostics } = readBlueprint("test.yaml", textWith(body));
  if (blueprint === null) throw new Error(diagnostics.map(describe).join("\n"));
  return blueprint;
}

/** The only element; throws when there is another number of them. */
export function only<T>(values: readonly T[]): T {
  const [first] = values;
  if (first === undefined || values.length > 1) throw new Error(`${values.length} instead of one`);
  return first;
}

/** The host of the launch template with these settings, which a group places in the tiers. */
export function hostOf(settings: string, tiers = "app"): Host {
  const body = `
compute:
  launchTemplates: { t: { ${settings} } }
  autoScalingGroups: { g: { launchTemplate: t, subnets: [${tiers}] } }
`;
  return only(networkWith(body).compute.launchTemplates).host;
}
