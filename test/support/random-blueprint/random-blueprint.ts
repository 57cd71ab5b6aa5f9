import fc from "fast-check";
import { isObject } from "../json.ts";
import { autoScalingDraft, withAutoScaling } from "./auto-scaling.ts";
import { balancerSettingsDraft, withBalancerSettings } from "./balancer-settings.ts";
import { blueprintYaml } from "./blueprint-yaml.ts";
import { zoneDraft, zonesOf } from "./dns.ts";
import { ecsDraft, ecsOf } from "./ecs.ts";
import { eksDraft, eksOf } from "./eks.ts";
import { endpointServiceDraft, withEndpointService } from "./endpoint-services.ts";
import { firewallDraft, withFirewall } from "./firewalls.ts";
import { gatewayLoadBalancerDraft, withGatewayLoadBalancer } from "./gateway-load-balancers.ts";
import { hostSettingsDraft, withHostSettings } from "./host-settings.ts";
import { cloudwatchDraft, cloudwatchOf, flowLogDraft, flowLogsOf } from "./monitoring.ts";
import { measuredIn, recordTargetsIn } from "./named-things.ts";
import { nat64InstanceDraft, withNat64Instance } from "./nat64-instances.ts";
import { networkBlueprintOf, networkDraft } from "./network-blueprint.ts";
import { outputsDraft, outputsOf } from "./outputs.ts";
import { resolverDraft, resolversOf } from "./resolvers.ts";
import { settingsDraft, withSettings } from "./settings.ts";
import { transitDraft, withTransit } from "./transit.ts";
import { type Drawn, mapOf, rarely, type Tree } from "./tree.ts";
import { ipamOf, vpcSettingsDraft, vpcSettingsOf } from "./vpc-settings.ts";
import { vpnDraft, withVpn } from "./vpn.ts";

const draft = fc.record({
  network: networkDraft,
  hasAcls: rarely(30),
  firewall: firewallDraft,
  transit: transitDraft,
  vpn: vpnDraft,
  endpointService: endpointServiceDraft,
  gatewayLoadBalancer: gatewayLoadBalancerDraft,
  vpc: vpcSettingsDraft,
  flowLogs: fc.array(flowLogDraft, { maxLength: 2 }),
  host: hostSettingsDraft,
  autoScaling: autoScalingDraft,
  nat64Instance: nat64InstanceDraft,
  ecs: ecsDraft,
  eks: eksDraft,
  balancer: balancerSettingsDraft,
  zone: zoneDraft,
  resolver: resolverDraft,
  cloudwatch: cloudwatchDraft,
  outputs: outputsDraft,
  settings: settingsDraft,
});

/**
 * Random blueprints as readable YAML: networks with all that can stand in them. Names that others refer to are always there,
 * and what AWS refuses is mostly left out by construction; the rules decide. They shrink to smaller blueprints.
 */
export const randomBlueprint: fc.Arbitrary<string> = draft.map((drawn) => blueprintYaml(blueprintOf(drawn)));

/** Likewise of networks alone, out of which the laboratory can build all. */
export const randomNetwork: fc.Arbitrary<string> = networkDraft.map((drawn) =>
  blueprintYaml(networkBlueprintOf(drawn).tree),
);

function blueprintOf(drawn: Drawn<typeof draft>): Tree {
  const { tree, tiers, groups, hosts } = networkBlueprintOf(drawn.network);
  const standing = {
    ...tree,
    tags: drawn.vpc.tags ?? undefined,
    network: networkOf(drawn, tree, tiers),
    ipam: ipamOf(drawn.vpc),
    compute: withAutoScaling(drawn.autoScaling, withHostSettings(drawn.host, asTree(tree["compute"]))),
    ecs: ecsOf(drawn.ecs, tiers, groups) ?? undefined,
    eks: eksOf(drawn.eks, tiers, groups),
  };
  const translated = withNat64Instance(drawn.nat64Instance, standing);
  const balanced = withBalancerSettings(drawn.balancer, translated);
  const offered = withEndpointService(drawn.endpointService, balanced);
  const served = withGatewayLoadBalancer(drawn.gatewayLoadBalancer, offered, tiers);
  const route53 = {
    ...zonesOf(drawn.zone, recordTargetsIn(served, hosts)),
    ...resolversOf(drawn.resolver, tiers, groups),
  };
  const whole = {
    ...served,
    route53: mapOf(Object.entries(route53)),
    cloudwatch: cloudwatchOf(drawn.cloudwatch, measuredIn(served)),
  };
  const shown = { ...whole, outputs: outputsOf(drawn.outputs, whole) };
  return withSettings(shown, drawn.settings);
}

function networkOf(drawn: Drawn<typeof draft>, tree: Tree, tiers: Placed["tiers"]): Tree {
  const more = { ...vpcSettingsOf(drawn.vpc, tiers), flowLogs: flowLogsOf(drawn.flowLogs, tiers) };
  const networkAcls = drawn.hasAcls ? asTree(tree["network"])?.["networkAcls"] : undefined;
  const network = withTransit(drawn.transit, { ...asTree(tree["network"]), ...more, networkAcls });
  return withFirewall(drawn.firewall, withVpn(drawn.vpn, network, tiers), tiers);
}

type Placed = ReturnType<typeof networkBlueprintOf>;

function asTree(value: unknown): Tree | undefined {
  return isObject(value) ? value : undefined;
}
