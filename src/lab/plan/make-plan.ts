import type { Cloud } from "../cloud/cloud.ts";
import { type Draft, Drafts } from "./drafts.ts";
import type { LabDestination, LabPlan, LabSource } from "./lab-plan.ts";
import type { NamedAddress } from "./names-in.ts";
import { edgeAddresses, planEdge } from "./plan-edge.ts";
import { planInterfaces } from "./plan-interfaces.ts";
import { INTERNET_NAMES, internetDestination, internetSources, planInternet } from "./plan-internet.ts";
import { planOutside } from "./plan-outside.ts";
import { planResolver } from "./plan-resolver.ts";
import { planRouter } from "./plan-router.ts";
import { planTransitGateway, transitWires } from "./plan-transit-gateway.ts";

/** Plans the laboratory of what a stack builds. */
export function makePlan(cloud: Cloud, names: readonly NamedAddress[]): LabPlan {
  const drafts = new Drafts();
  const internet = drafts.add("internet");
  const routers = new Map<string, Draft>();
  for (const vpc of cloud.vpcs) routers.set(vpc.name, drafts.add(`router of ${vpc.name}`));
  const outsides = cloud.outsides.map((outside, index) => {
    const device = `o${index}`;
    const ends = new Map([...routers].map(([vpc, router]) => [vpc, { router, device }]));
    return { device, outside, planned: planOutside(drafts, cloud, outside, ends) };
  });
  for (const gateway of cloud.transitGateways) planTransitGateway(drafts, cloud, gateway, routers);
  for (const vpc of cloud.vpcs) {
    const router = routers.get(vpc.name);
    if (router === undefined) throw new Error(`internal error: ${vpc.name} has no router`);
    const own = outsides.filter(({ outside }) => outside.vpcs.some((one) => one.vpc === vpc.name));
    const outsideDevices = new Map(own.map(({ outside, device }) => [outside.name, device]));
    const wires = transitWires(cloud).filter(({ attachment }) => attachment.vpc === vpc.name);
    planRouter(router, { cloud, vpc, outsideDevices, transitWires: wires });
    const within = (subnet: string) => cloud.subnets.find(({ name }) => name === subnet)?.vpc === vpc.name;
    const interfaces = cloud.interfaces.filter(({ subnet }) => within(subnet));
    const natGateways = cloud.natGateways.filter(({ subnet }) => within(subnet));
    planEdge(drafts, vpc, router, internet, edgeAddresses(interfaces, natGateways));
    planResolver(router, cloud, vpc, [...INTERNET_NAMES, ...names]);
  }
  planInternet(internet, cloud);
  const interfaces = planInterfaces(drafts, cloud, routers);
  const sources: readonly LabSource[] = [
    ...interfaces.sources,
    ...outsides.flatMap(({ planned }) => planned.sources),
    ...internetSources(cloud, internet),
  ];
  const destinations: readonly LabDestination[] = [
    ...interfaces.destinations,
    ...outsides.flatMap(({ planned }) => planned.destinations),
    internetDestination(internet),
  ];
  const { loadBalancers, clusterMembers, notModelled } = cloud;
  const { namespaces, links } = drafts;
  return { namespaces, links, sources, destinations, loadBalancers, clusterMembers, names, notModelled };
}
