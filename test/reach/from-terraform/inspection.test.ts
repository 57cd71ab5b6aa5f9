import { describe, expect, it } from "vitest";
import type { Topology } from "../../../src/reach/topology/topology.ts";
import { trace } from "../../../src/reach/walk/trace-query.ts";
import { understood } from "../../support/topology-differences.ts";

type Values = Readonly<Record<string, unknown>>;
type Resource = readonly [type: string, name: string, values: Values];

function stateOf(...made: readonly Resource[]): Topology {
  const resources = made.map(([type, name, values]) => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    values: { id: name, ...values },
  }));
  return understood({ format_version: "1.0", values: { root_module: { resources } } });
}

const OF_VPC = { vpc_id: "vpc-1" };
const tableTo = (id: string, ...route: readonly Values[]): Resource => [
  "aws_route_table",
  id,
  { ...OF_VPC, route },
];
const at = (id: string, holder: Values, table: string): Resource => [
  "aws_route_table_association",
  id,
  { ...holder, route_table_id: table },
];

/** A web subnet whose packets go through `vpce-1` in another subnet on both ways. */
const NETWORK: readonly Resource[] = [
  ["aws_vpc", "vpc-1", { cidr_block: "10.0.0.0/16" }],
  ["aws_internet_gateway", "igw-1", OF_VPC],
  ["aws_subnet", "subnet-1", { ...OF_VPC, cidr_block: "10.0.1.0/24", availability_zone: "eu-west-1a" }],
  ["aws_subnet", "subnet-2", { ...OF_VPC, cidr_block: "10.0.2.0/24", availability_zone: "eu-west-1a" }],
  tableTo("web", { cidr_block: "0.0.0.0/0", vpc_endpoint_id: "vpce-1" }),
  tableTo("inspect", { cidr_block: "0.0.0.0/0", gateway_id: "igw-1" }),
  tableTo("edge", { cidr_block: "10.0.1.0/24", vpc_endpoint_id: "vpce-1" }),
  at("web-a", { subnet_id: "subnet-1" }, "web"),
  at("inspect-a", { subnet_id: "subnet-2" }, "inspect"),
  at("edge-a", { gateway_id: "igw-1" }, "edge"),
  [
    "aws_security_group",
    "sg-1",
    {
      ...OF_VPC,
      ingress: [{ protocol: "-1", cidr_blocks: ["0.0.0.0/0"], from_port: 0, to_port: 0 }],
      egress: [],
    },
  ],
  [
    "aws_instance",
    "i-1",
    {
      subnet_id: "subnet-1",
      private_ip: "10.0.1.10",
      public_ip: "198.51.100.1",
      associate_public_ip_address: true,
      vpc_security_group_ids: ["sg-1"],
    },
  ],
];

const BALANCER: Resource = [
  "aws_vpc_endpoint",
  "vpce-1",
  { ...OF_VPC, vpc_endpoint_type: "GatewayLoadBalancer", subnet_ids: ["subnet-2"], ip_address_type: "ipv4" },
];

const firewall = (...states: readonly Values[]): Resource => [
  "aws_networkfirewall_firewall",
  "fw",
  {
    ...OF_VPC,
    firewall_policy_arn: "arn:policy",
    subnet_mapping: [{ subnet_id: "subnet-2", ip_address_type: "DUALSTACK" }],
    firewall_status: [{ sync_states: states.map((attachment) => ({ attachment: [attachment] })) }],
  },
];
const MADE = firewall({ endpoint_id: "vpce-1", subnet_id: "subnet-2" });

const policy = (block: Values): Resource => [
  "aws_networkfirewall_firewall_policy",
  "p",
  { arn: "arn:policy", firewall_policy: [block] },
];
const all = (action: string) => ({
  stateless_default_actions: [action],
  stateless_fragment_default_actions: [action],
});

/** Rules in strict order, of which there are none. */
const strict = (stateful_default_actions: readonly string[] = []) => ({
  ...all("aws:forward_to_sfe"),
  stateful_engine_options: [{ rule_order: "STRICT_ORDER" }],
  stateful_default_actions,
});

function fromInternet(topology: Topology): readonly (string | undefined)[] {
  const to = { kind: "node", id: "aws_instance.i-1" } as const;
  const { attempts } = trace(topology, [], { from: { kind: "internet" }, to, protocol: "tcp", port: 443 });
  const own = attempts.find(({ family }) => family === "ipv4");
  return [own?.verdict, own?.hops.find(({ passes }) => passes !== "yes")?.reason];
}

function endpointsOf({ gateways }: Topology) {
  return gateways.filter(({ kind }) => kind === "inspection-endpoint");
}

describe("in a state", () => {
  it("an endpoint of a Gateway Load Balancer is in the way, in and out", () => {
    const topology = stateOf(...NETWORK, BALANCER);
    expect(topology.leftOut).toEqual([]);
    expect(endpointsOf(topology)).toMatchObject([
      {
        id: "aws_vpc_endpoint.vpce-1",
        vpc: "aws_vpc.vpc-1",
        subnet: "aws_subnet.subnet-2",
        families: ["ipv4"],
      },
    ]);
    expect(topology.gateways).toContainEqual(
      expect.objectContaining({ id: "aws_internet_gateway.igw-1", edgeRouteTable: "aws_route_table.edge" }),
    );
    expect(fromInternet(topology)).toEqual([
      "unknown",
      "it goes on if the appliances behind aws_vpc_endpoint.vpce-1 let it pass: what stands behind a Gateway Load Balancer is not read",
    ]);
  });

  it("an endpoint that an association puts into its subnet is there too", () => {
    const [type, name, values] = BALANCER;
    const topology = stateOf(
      ...NETWORK,
      [type, name, { ...values, subnet_ids: [] }],
      ["aws_vpc_endpoint_subnet_association", "a", { vpc_endpoint_id: "vpce-1", subnet_id: "subnet-2" }],
    );
    expect(endpointsOf(topology)).toMatchObject([{ subnet: "aws_subnet.subnet-2" }]);
  });

  it.each([
    ["passes all", all("aws:pass"), "yes", undefined],
    ["has no rules and no defaults", strict(), "yes", undefined],
    [
      "drops what no rule speaks of, and has none",
      strict(["aws:drop_strict"]),
      "no",
      "vpce-1 drops it: aws_networkfirewall_firewall_policy.p drops all packets",
    ],
    ["lets handshakes through alone", strict(["aws:drop_established"]), "unknown", FOLLOWED()],
    [
      "has stateful rules",
      { ...strict(), stateful_rule_group_reference: [{ resource_arn: "arn:x", priority: 1 }] },
      "unknown",
      FOLLOWED(),
    ],
    [
      "drops all",
      all("aws:drop"),
      "no",
      "vpce-1 drops it: aws_networkfirewall_firewall_policy.p drops all packets",
    ],
    ["hands all to rules", all("aws:forward_to_sfe"), "unknown", FOLLOWED()],
    [
      "has rules first",
      { ...all("aws:pass"), stateless_rule_group_reference: [{ resource_arn: "arn:x", priority: 1 }] },
      "unknown",
      FOLLOWED(),
    ],
    [
      "passes all but fragments",
      { stateless_default_actions: ["aws:pass"], stateless_fragment_default_actions: ["aws:drop"] },
      "unknown",
      FOLLOWED(),
    ],
  ])("a Network Firewall whose policy %s", (_, block, verdict, reason) => {
    const topology = stateOf(...NETWORK, MADE, policy(block));
    expect(topology.leftOut).toEqual([]);
    expect(fromInternet(topology)).toEqual([verdict, reason]);
  });

  it("a Network Firewall without its policy is not known", () => {
    expect(fromInternet(stateOf(...NETWORK, MADE))).toEqual([
      "unknown",
      "it goes on if the appliances behind vpce-1 let it pass: the policy of aws_networkfirewall_firewall.fw is not known",
    ]);
  });

  it("answers that pass the endpoint by are told", () => {
    const past = NETWORK.map(
      (one): Resource =>
        one[1] === "web" ? tableTo("web", { cidr_block: "0.0.0.0/0", gateway_id: "igw-1" }) : one,
    );
    expect(fromInternet(stateOf(...past, MADE, policy(all("aws:pass"))))).toEqual([
      "unknown",
      "only one half of the conversation passes vpce-1, which drops it where it keeps state",
    ]);
  });

  it("an endpoint of another document is not known", () => {
    expect(fromInternet(stateOf(...NETWORK))).toEqual(["unknown", "nothing is known of vpce-1"]);
  });
});

function FOLLOWED(): string {
  return "it goes on if the appliances behind vpce-1 let it pass: what the rules of aws_networkfirewall_firewall_policy.p let pass is not followed";
}

describe("in a plan", () => {
  const STATUS = "aws_networkfirewall_firewall.fw.firewall_status";
  const references = [`${STATUS}[0].sync_states`, `${STATUS}[0]`, STATUS, "aws_networkfirewall_firewall.fw"];
  const unknown = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, true]));

  /** A firewall that is yet to be made in these subnets, and a route to one of its endpoints: that in the subnet named. */
  function planned(subnets: readonly string[], named?: string): Topology {
    const named_ = named === undefined ? [] : [`aws_subnet.${named}.id`, `aws_subnet.${named}`];
    const table = { vpc_id: "vpc-1", route: [{ cidr_block: "0.0.0.0/0" }] };
    const mapping = subnets.map((subnet_id) => ({ subnet_id, ip_address_type: "IPV4" }));
    const later: readonly Resource[] = [
      tableTo("web", {}),
      [
        "aws_networkfirewall_firewall",
        "fw",
        { ...OF_VPC, firewall_policy_arn: "arn:policy", subnet_mapping: mapping },
      ],
    ];
    const made = [
      ...NETWORK.filter(([, name]) => name !== "web" && name !== "edge" && name !== "edge-a"),
      [
        "aws_subnet",
        "subnet-3",
        { ...OF_VPC, cidr_block: "10.0.3.0/24", availability_zone: "eu-west-1b" },
      ] as const,
      at("inspect-b", { subnet_id: "subnet-3" }, "inspect"),
      policy(all("aws:pass")),
      ...later.map(
        ([type, name, values]) => [type, name, type === "aws_route_table" ? table : values] as const,
      ),
    ];
    const resources = made.map(([type, name, values]) => ({
      address: `${type}.${name}`,
      mode: "managed",
      type,
      name,
      values: { id: name, ...values },
    }));
    const change = (address: string, after_unknown: Values) => ({
      address,
      change: { actions: ["create"], after_unknown },
    });
    return understood({
      format_version: "1.2",
      planned_values: { root_module: { resources } },
      resource_changes: [
        change("aws_networkfirewall_firewall.fw", unknown("firewall_status")),
        change("aws_route_table.web", { route: [unknown("vpc_endpoint_id")] }),
      ],
      configuration: {
        root_module: {
          resources: [
            {
              address: "aws_networkfirewall_firewall.fw",
              expressions: { subnet_mapping: mapping.map(() => ({ subnet_id: { references: [] } })) },
            },
            {
              address: "aws_route_table.web",
              expressions: { route: [{ vpc_endpoint_id: { references: [...references, ...named_] } }] },
            },
          ],
        },
      },
    });
  }

  it("the only endpoint of a firewall is the one that a route names", () => {
    const topology = planned(["subnet-2"]);
    const id = "aws_networkfirewall_firewall.fw/aws_subnet.subnet-2";
    expect(topology.leftOut).toEqual([]);
    expect(endpointsOf(topology)).toMatchObject([
      { id, subnet: "aws_subnet.subnet-2", families: ["ipv4"], passes: "yes" },
    ]);
    expect(topology.routeTables).toContainEqual(
      expect.objectContaining({
        id: "aws_route_table.web",
        routes: [expect.objectContaining({ target: id })],
      }),
    );
  });

  it("one of several that behave alike is followed, and which one is a condition", () => {
    const topology = planned(["subnet-2", "subnet-3"]);
    expect(topology.leftOut).toEqual([]);
    expect(endpointsOf(topology)).toMatchObject([
      { id: STATUS, passes: "unknown", why: "which of its 2 endpoints the route names is known after apply" },
      { id: "aws_networkfirewall_firewall.fw/aws_subnet.subnet-2", subnet: "aws_subnet.subnet-2" },
      { id: "aws_networkfirewall_firewall.fw/aws_subnet.subnet-3", subnet: "aws_subnet.subnet-3" },
    ]);
  });

  it("of several, a route means the one in the firewall's subnet that it refers to", () => {
    const topology = planned(["subnet-2", "subnet-3"], "subnet-3");
    const id = "aws_networkfirewall_firewall.fw/aws_subnet.subnet-3";
    expect(topology.leftOut).toEqual([]);
    expect(endpointsOf(topology).map((one) => one.id)).toEqual([
      "aws_networkfirewall_firewall.fw/aws_subnet.subnet-2",
      id,
    ]);
    expect(topology.routeTables).toContainEqual(
      expect.objectContaining({
        id: "aws_route_table.web",
        routes: [expect.objectContaining({ target: id })],
      }),
    );
  });

  it("a subnet in which the firewall does not stand says nothing of its endpoint", () => {
    const topology = planned(["subnet-2", "subnet-3"], "subnet-1");
    expect(endpointsOf(topology)).toContainEqual(expect.objectContaining({ id: STATUS }));
  });

  it("one of several that do not behave alike is not known", () => {
    const topology = planned(["subnet-1", "subnet-2"]);
    expect(endpointsOf(topology).map(({ id }) => id)).toEqual([
      "aws_networkfirewall_firewall.fw/aws_subnet.subnet-1",
      "aws_networkfirewall_firewall.fw/aws_subnet.subnet-2",
    ]);
    expect(topology.gateways).toContainEqual(
      expect.objectContaining({
        id: STATUS,
        kind: "other",
        what: "a gateway of which the subnet is not known",
      }),
    );
    expect(topology.leftOut).toMatchObject([
      { why: "an inspection endpoint: in which subnet is known after apply", touches: [STATUS] },
    ]);
  });
});
