import type { Gateway, TopologyRouteTable, TopologySubnet } from "../topology/topology.ts";
import { blockKey } from "./blocks.ts";
import type { Choice } from "./reading.ts";

/** What decides how a subnet, a route table or a gateway behaves. */
export interface Behaving {
  readonly subnets: readonly TopologySubnet[];
  readonly routeTables: readonly TopologyRouteTable[];
  readonly gateways: readonly Gateway[];
}

/** The choices that matter: among what may be meant, not all behave alike. */
export function unclearChoices(behaving: Behaving, choices: readonly Choice[]): ReadonlySet<Choice> {
  const unclear = new Set<Choice>();
  for (let before = -1; before !== unclear.size; ) {
    before = unclear.size;
    // What is itself unclear is like nothing else.
    const touched = new Set([...unclear].flatMap(({ touches }) => touches));
    const signatureOf = signatures(behaving, touched);
    for (const choice of choices) {
      if (new Set(choice.ids.map((id) => signatureOf(id, []))).size > 1) unclear.add(choice);
    }
  }
  return unclear;
}

type SignatureOf = (id: string, above: readonly string[]) => string;

function signatures(behaving: Behaving, touched: ReadonlySet<string>): SignatureOf {
  const subnets = new Map(behaving.subnets.map((one) => [one.id, one]));
  const tables = new Map(behaving.routeTables.map((one) => [one.id, one]));
  const gateways = new Map(behaving.gateways.map((one) => [one.id, one]));
  const known = new Map<string, string>();
  const numbers = new Map<string, string>();
  // A signature stands in others: as a number, it does not make them longer.
  const numberOf = (signature: string): string => {
    const number = numbers.get(signature) ?? `#${numbers.size}`;
    numbers.set(signature, number);
    return number;
  };
  const signatureOf: SignatureOf = (id, above) => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    if (touched.has(id) || above.includes(id)) return id;
    const signature = numberOf(compute(id, [...above, id]));
    known.set(id, signature);
    return signature;
  };
  const compute = (id: string, above: readonly string[]): string => {
    const [subnet, table, gateway] = [subnets.get(id), tables.get(id), gateways.get(id)];
    if (subnet !== undefined) return ofSubnet(subnet, (inner) => signatureOf(inner, above));
    if (table !== undefined) return ofTable(table, (inner) => signatureOf(inner, above));
    if (gateway?.kind !== "nat-gateway") return id;
    const subnetPart = gateway.subnet === null ? "regional" : signatureOf(gateway.subnet, above);
    return JSON.stringify(["nat", gateway.vpc, gateway.connectivity, subnetPart]);
  };
  return signatureOf;
}

function ofSubnet(subnet: TopologySubnet, signatureOf: (id: string) => string): string {
  const { vpc, ipv4, ipv6, routeTable, networkAcl, dns64 } = subnet;
  const table = routeTable === null ? subnet.id : signatureOf(routeTable);
  return JSON.stringify(["subnet", vpc, ipv4 !== null, ipv6 !== null, table, networkAcl ?? subnet.id, dns64]);
}

function ofTable({ vpc, routes }: TopologyRouteTable, signatureOf: (id: string) => string): string {
  const lines = routes.map(({ id, destination, target }) => {
    const to = destination.kind === "block" ? blockKey(destination.block) : null;
    const what = destination.kind === "service" ? destination.service : (to ?? id);
    return JSON.stringify([what, signatureOf(target)]);
  });
  return JSON.stringify(["table", vpc, [...new Set(lines)].sort()]);
}
