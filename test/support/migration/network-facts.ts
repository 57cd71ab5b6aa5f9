import { formatPrefix, parsePrefix } from "../../../src/base/prefix.ts";
import { type AwsSite, aws, type Call } from "../aws.ts";
import { at, listAt, textAt } from "../json.ts";
import { balancingFacts } from "./balancing-facts.ts";
import { filterFacts } from "./filter-facts.ts";
import { instanceFacts } from "./instance-facts.ts";
import { routingFacts } from "./routing-facts.ts";

/** What the AWS API says of a network: a line for each fact, each list sorted. */
export interface NetworkFacts {
  /** What is there for IPv4, and whatever knows no family. */
  readonly ipv4: readonly string[];
  /** What is there for IPv6, with types of instances. Blocks are told by their place in the VPC's. */
  readonly ipv6: readonly string[];
  /** Addresses and names that AWS gave: two networks of one blueprint differ in them. */
  readonly given: readonly string[];
}

/** One fact, and which list it belongs to. */
export type Fact = readonly [list: keyof NetworkFacts, line: string];

/** What facts are made of. */
export interface Asked {
  /** The answer to `describe_<what>` of EC2, Elastic Load Balancing or RDS, such as `subnets`, of the whole account. */
  readonly answer: (what: string) => unknown;
  /** A name for an id or ARN. */
  readonly name: (id: unknown) => string;
  /** An IPv6 block by its place in the VPC's: `vpc`, `vpc/0x10` for a /64 of it, or as it is. */
  readonly place: (block: unknown) => string;
}

const EC2 = [
  "subnets",
  "route_tables",
  "network_acls",
  "security_groups",
  "security_group_rules",
  "instances",
  "nat_gateways",
  "egress_only_internet_gateways",
  "addresses",
] as const;
const ELB = ["load_balancers", "target_groups"] as const;

/** Asks the AWS API about the one VPC of an account that is no default one; `name` tells ids apart. */
export async function networkFacts(site: AwsSite, name: (id: string) => string): Promise<NetworkFacts> {
  const calls: readonly Call[] = [
    ["ec2", "describe_vpcs", { Filters: [{ Name: "is-default", Values: ["false"] }] }],
    ...EC2.map((what): Call => ["ec2", `describe_${what}`, {}]),
    ...ELB.map((what): Call => ["elbv2", `describe_${what}`, {}]),
    ["rds", "describe_db_instances", {}],
  ];
  const [vpcs, ...answers] = await aws(site, calls);
  const asked = new Map([...EC2, ...ELB, "db_instances"].map((what, index) => [what, answers[index]]));
  const vpc = at(vpcs, "Vpcs", 0);
  const block = blockOf(vpc);
  const of: Asked = {
    answer: (what) => asked.get(what),
    name: (id) => name(String(id)),
    place: (one) => placeIn(block, String(one)),
  };
  const health = await aws(
    site,
    listAt(of.answer("target_groups"), "TargetGroups").flatMap((group): readonly Call[] => [
      ["elbv2", "describe_target_health", { TargetGroupArn: textAt(group, "TargetGroupArn") }],
    ]),
  );
  const listeners = await aws(
    site,
    listAt(of.answer("load_balancers"), "LoadBalancers").flatMap((balancer): readonly Call[] => [
      ["elbv2", "describe_listeners", { LoadBalancerArn: textAt(balancer, "LoadBalancerArn") }],
    ]),
  );
  const id = textAt(vpc, "VpcId");
  return sorted([
    ...(block === null ? [] : [["ipv6", "the VPC has an IPv6 block"] as const]),
    ...routingFacts(of, id),
    ...filterFacts(of, id),
    ...instanceFacts(of),
    ...balancingFacts(of, { listeners, health }),
  ]);
}

function sorted(facts: readonly Fact[]): NetworkFacts {
  const list = (wanted: keyof NetworkFacts) =>
    facts
      .filter(([of]) => of === wanted)
      .map(([, line]) => line)
      .sort();
  return { ipv4: list("ipv4"), ipv6: list("ipv6"), given: list("given") };
}

function blockOf(vpc: unknown): string | null {
  const live = listAt(vpc, "Ipv6CidrBlockAssociationSet").find(
    (one) => at(one, "Ipv6CidrBlockState", "State") === "associated",
  );
  return live === undefined ? null : textAt(live, "Ipv6CidrBlock");
}

/** The emulator does not spell a block the same everywhere. */
function placeIn(vpcBlock: string | null, block: string): string {
  const [vpc, prefix] = [vpcBlock ?? "", block].map(parsePrefix);
  if (!vpc || !prefix) return block;
  if (formatPrefix(vpc) === formatPrefix(prefix)) return "vpc";
  const distance = (prefix.address - vpc.address) >> 64n;
  const isInside = distance >= 0n && distance < 256n && prefix.length === 64;
  return isInside ? `vpc/0x${distance.toString(16).padStart(2, "0")}` : block;
}
