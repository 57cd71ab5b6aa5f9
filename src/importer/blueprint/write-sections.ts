import type { ComputeSettings, NetworkSettings } from "../../blueprint/blueprint.generated.ts";
import { writeDatabases } from "./databases-section.ts";
import type { Draft } from "./draft.ts";
import { writeFleet } from "./fleet-section.ts";
import { writeFlowLogs } from "./flow-logs-section.ts";
import { writeGateways } from "./gateways-section.ts";
import { writeInstances } from "./instances-section.ts";
import { planLinks } from "./links-section.ts";
import { writeLoadBalancers } from "./load-balancers-section.ts";
import { writeNetworkAcls } from "./network-acls-section.ts";
import { planNetwork } from "./plan-network.ts";
import { writeRoutes } from "./routes-section.ts";
import { compact } from "./section.ts";
import { nameSecurityGroups, writeSecurityGroups } from "./security-groups-section.ts";
import { writeSubnets } from "./subnets-section.ts";
import { nameTargetGroups, writeTargetGroups } from "./target-groups-section.ts";
import { writeVpcEndpoints } from "./vpc-endpoints-section.ts";
import { remarkDns } from "./vpc-section.ts";

/** Writes all sections of a blueprint, and says beside what they take up. */
export function writeSections(draft: Draft) {
  const network = planNetwork(draft);
  const { tiers } = network;
  const groups = nameSecurityGroups(draft);
  const links = planLinks(draft, tiers);
  remarkDns(draft.inventory.vpc, draft);
  const networkSections = compact<NetworkSettings>({
    vpc: network.vpc.section,
    availabilityZones: network.zones,
    addressPlan: { zonesPerTier: network.zonesPerTier },
    subnets: writeSubnets(draft, network),
    natGateways: writeGateways(draft, network),
    routes: writeRoutes(draft, network, links),
    networkAcls: writeNetworkAcls(draft, network),
    securityGroups: writeSecurityGroups(draft, tiers, groups),
    vpcEndpoints: writeVpcEndpoints(draft, tiers, groups),
    ...links.sections,
    flowLogs: writeFlowLogs(draft),
  });
  const targetGroups = nameTargetGroups(draft);
  const { names: fleet, ...fleetSections } = writeFleet(draft, tiers, groups);
  const instances = writeInstances(draft, tiers, groups, fleet);
  const sections = {
    network: networkSections,
    compute: compact<ComputeSettings>({ ...fleetSections, instances: instances.section }),
    targetGroups: writeTargetGroups(draft, targetGroups, { instances: instances.names, fleet }),
    loadBalancers: writeLoadBalancers(draft, { tiers, groups, targetGroups }),
    rds: writeDatabases(draft, tiers, groups),
  };
  return { sections, typesBefore: instances.typesBefore, isImported: network.vpc.isImported };
}
