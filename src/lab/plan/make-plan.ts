import { formatPrefix, networkOf } from "../../base/prefix.ts";
import type { Cloud } from "../cloud/cloud.ts";
import { type Draft, Drafts } from "./drafts.ts";
import { anyPortRuleset } from "./filter-rules.ts";
import type { LabDestination, LabPlan, LabSource } from "./lab-plan.ts";
import type { NamedAddress } from "./names-in.ts";
import { planEdge, publicAddresses } from "./plan-edge.ts";
import { planInterfaces } from "./plan-interfaces.ts";
import { planOutside } from "./plan-outside.ts";
import { planResolver } from "./plan-resolver.ts";
import { planRouter } from "./plan-router.ts";

/** The stand-in internet: every address that no VPC has answers, on every port. */
const INTERNET = {
  name: "internet",
  address: "internet",
  subnet: null,
  ipv4: "192.88.99.10",
  ipv6: "2a00:db8::10",
} as const;

/** Names of the stand-in internet, one for each kind of server. */
const INTERNET_NAMES: readonly NamedAddress[] = [
  { name: "ipv4-only.example.com", ipv4: "192.88.99.4", ipv6: null },
  { name: "ipv6-only.example.com", ipv4: null, ipv6: "2a00:db8::6" },
  { name: "dual-stack.example.com", ipv4: "192.88.99.46", ipv6: "2a00:db8::46" },
  { name: "ready.lab", ipv4: "192.0.2.1", ipv6: null },
];

/** Plans the laboratory of what a stack builds. */
export function makePlan(cloud: Cloud): LabPlan {
  const drafts = new Drafts();
  const internet = drafts.add("internet");
  const routers = new Map<string, Draft>();
  for (const vpc of cloud.vpcs) routers.set(vpc.name, drafts.add(`router of ${vpc.name}`));
  const outsides = cloud.outsides.map((outside, index) => {
    const device = `o${index}`;
    const ends = new Map([...routers].map(([vpc, router]) => [vpc, { router, device }]));
    return { device, outside, planned: planOutside(drafts, cloud, outside, ends) };
  });
  for (const vpc of cloud.vpcs) {
    const router = routers.get(vpc.name);
    if (router === undefined) throw new Error(`internal error: ${vpc.name} has no router`);
    const own = outsides.filter(({ outside }) => outside.vpcs.some((one) => one.vpc === vpc.name));
    const outsideDevices = new Map(own.map(({ outside, device }) => [outside.name, device]));
    planRouter(router, { cloud, vpc, outsideDevices });
    const within = (subnet: string) => cloud.subnets.find(({ name }) => name === subnet)?.vpc === vpc.name;
    const interfaces = cloud.interfaces.filter(({ subnet }) => within(subnet));
    const natGateways = cloud.natGateways.filter(({ subnet }) => within(subnet));
    planEdge(drafts, vpc, router, internet, publicAddresses(interfaces, natGateways));
    planResolver(router, cloud, vpc, INTERNET_NAMES);
  }
  planInternet(internet, cloud);
  const interfaces = planInterfaces(drafts, cloud, routers);
  const sources: readonly LabSource[] = [
    ...interfaces.sources,
    ...outsides.flatMap(({ planned }) => planned.sources),
    { ...INTERNET, namespace: internet.name, resolver: null, isInternet: true },
  ];
  const destinations: readonly LabDestination[] = [
    ...interfaces.destinations,
    ...outsides.flatMap(({ planned }) => planned.destinations),
    { ...INTERNET, publicIpv4: null, listens: internet.listens, ports: [] },
  ];
  const { loadBalancers, notModelled } = cloud;
  const { namespaces, links } = drafts;
  return { namespaces, links, sources, destinations, loadBalancers, notModelled };
}

/** What no packet of the internet is for, or what the laboratory has given away out of it. */
const NOT_INTERNET = [
  "10.0.0.0/8",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "3fff::/20",
];
/** All of IPv6 that anybody has: neither 64:ff9b::/96 nor fd00::/8. */
const IPV6_INTERNET = "2000::/3";
/** A shorter block that lies behind a transit gateway means the internet there. */
const SHORTEST_OUTSIDE = 8;
const DROP_METRIC = 900;

function planInternet(internet: Draft, cloud: Cloud): void {
  internet.forwards = true;
  internet.listens = { any: true, tcp: [], udp: [] };
  internet.nft.push(anyPortRuleset());
  internet.device("loopback", "lo", [`${INTERNET.ipv4}/32`, `${INTERNET.ipv6}/128`]);
  internet.answer("ipv4", "default");
  internet.answer("ipv6", IPV6_INTERNET);
  const elsewhere = [
    ...cloud.vpcs.flatMap(({ ipv4, ipv6 }) => [...ipv4, ...ipv6.map(({ prefix }) => prefix)]),
    ...cloud.outsides.flatMap(({ prefixes }) => prefixes.filter(({ length }) => length >= SHORTEST_OUTSIDE)),
  ].map((prefix) => formatPrefix(networkOf(prefix)));
  for (const block of new Set([...NOT_INTERNET, ...elsewhere]))
    internet.drop(block.includes(":") ? "ipv6" : "ipv4", block, null, DROP_METRIC);
}
