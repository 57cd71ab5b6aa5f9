import { describe, expect, test } from "vitest";
import type {
  FoundAction,
  FoundDatabase,
  FoundLoadBalancer,
  FoundTargetGroup,
} from "../../src/importer/types/balancing.ts";
import { webTargetGroup } from "../support/found-target-group.ts";
import { instance, inventoryWith, subnet, table, written } from "../support/inventory.ts";

const ARN = "arn:aws:elasticloadbalancing:eu-west-1:123456789012";
const LB = `${ARN}:loadbalancer/app/front/0a`;
const LISTENER = `${ARN}:listener/app/front/0a/0b`;
const GROUP = `${ARN}:targetgroup/web/0c`;
const forward: FoundAction = { kind: "forward", targetGroupArn: GROUP };
const listener = {
  arn: LISTENER,
  port: 80,
  protocol: "HTTP",
  certificateArn: null,
  sslPolicy: null,
  rules: [],
  furtherParts: [],
};
const balancer = (
  more: Partial<FoundLoadBalancer> = {},
  action: FoundAction = forward,
): FoundLoadBalancer => ({
  id: LB,
  name: "Front",
  type: "application",
  isInternal: false,
  ipAddressType: "ipv4",
  subnetIds: ["subnet-01", "subnet-03"],
  securityGroupIds: ["sg-01"],
  deletionProtection: true,
  idleTimeout: 60,
  crossZone: null,
  listeners: [{ ...listener, action }],
  ...more,
});
const targetGroup = (more: Partial<FoundTargetGroup> = {}): FoundTargetGroup => ({
  ...webTargetGroup(GROUP, "i-01"),
  ...more,
});
const base = inventoryWith();
const twoZones = {
  subnets: [...base.subnets, subnet("subnet-03", "Public", "b", 2), subnet("subnet-04", "Private", "b", 3)],
  routeTables: [
    table("rtb-01", ["subnet-01", "subnet-03"], [["0.0.0.0/0", "igw-01"]]),
    table("rtb-02", ["subnet-02", "subnet-04"], [["0.0.0.0/0", "nat-01"]]),
  ],
  instances: [instance("i-01", "Web")],
};

describe("load balancers", () => {
  test("become dual-stack, with their target groups, which stay IPv4", () => {
    const it = written(
      inventoryWith({ ...twoZones, loadBalancers: [balancer()], targetGroups: [targetGroup()] }),
    );
    expect(it.network.loadBalancers).toMatchObject([
      {
        name: "front",
        ipAddressType: "dualstack",
        internal: false,
        deletionProtection: true,
        subnets: ["public_a", "public_b"],
      },
    ]);
    expect(it.network.targetGroups).toMatchObject([
      {
        name: "web",
        ipAddressType: "ipv4",
        targetType: "instance",
        targets: { attachments: [{ id: "web_web" }] },
      },
    ]);
    expect(it.imports.get("aws_lb_listener.front_http")).toBe(LISTENER);
    expect(it.unplaced).toEqual([]);
  });

  test("without a listener that can be said are left out, and so are targets and groups", () => {
    const it = written(
      inventoryWith({
        ...twoZones,
        loadBalancers: [balancer({}, { kind: "other", words: "default action authenticate-oidc" })],
        targetGroups: [
          targetGroup({
            targets: [
              { id: "i-01", port: 8080, isWritten: false },
              { id: "i-99", port: null, isWritten: false },
            ],
          }),
          targetGroup({ id: `${GROUP}2`, name: "Functions", targetType: "lambda" }),
        ],
      }),
    );
    expect(it.unplaced.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      `load balancer ${LB}`,
      "target i-01",
      "target i-99",
      `target group ${GROUP}2`,
    ]);
  });

  test("split tiers where they stand in a part of the subnets", () => {
    const it = written(
      inventoryWith({
        ...twoZones,
        loadBalancers: [
          balancer({
            type: "network",
            subnetIds: ["subnet-01"],
            listeners: [{ ...listener, protocol: "TCP", action: forward }],
          }),
        ],
        targetGroups: [targetGroup({ protocol: "TCP", protocolVersion: null })],
      }),
    );
    expect(it.network.tiers.map(({ name }) => name)).toEqual(["private", "public-a", "public-b"]);
  });
});

describe("databases and endpoints", () => {
  const database = (more: Partial<FoundDatabase> = {}): FoundDatabase => ({
    id: "orders",
    name: null,
    subnetGroup: "data",
    engine: "postgres",
    engineVersion: "16.4",
    instanceClass: "db.t4g.micro",
    networkType: "IPV4",
    securityGroupIds: ["sg-01"],
    allocatedStorageGib: 20,
    storageType: "gp3",
    databaseName: "orders",
    masterUsername: "app",
    port: 5432,
    multiAz: false,
    publiclyAccessible: false,
    backupRetentionPeriod: 7,
    deletionProtection: true,
    cluster: null,
    ...more,
  });
  const databaseSubnetGroups = [{ id: "data", name: null, subnetIds: ["subnet-02", "subnet-04"] }];

  test("become DUAL where a blueprint can say them", () => {
    const others = [database({ id: "b", storageType: "io1" }), database({ id: "c", cluster: "big" })];
    const it = written(
      inventoryWith({ ...twoZones, databaseSubnetGroups, databases: [database(), ...others] }),
    );
    expect(it.network.rds.instances).toMatchObject([
      { name: "orders", networkType: "DUAL", deletionProtection: true },
    ]);
    expect(it.imports.get("aws_db_instance.orders")).toBe("orders");
    expect(it.imports.get("aws_db_subnet_group.data")).toBe("data");
    expect(it.unplaced.map(({ kind, id }) => `${kind} ${id}`)).toEqual(["DB instance b", "DB instance c"]);
  });

  test("endpoints lead where they led, and an endpoint's own route is no route of a blueprint", () => {
    const gateway = {
      id: "vpce-01",
      name: null,
      serviceName: "com.amazonaws.eu-west-1.s3",
      type: "Gateway",
      routeTableIds: ["rtb-02"],
      subnetIds: [],
      securityGroupIds: [],
      privateDnsEnabled: false,
      ipAddressType: "ipv4",
    };
    const routes = [
      ["0.0.0.0/0", "nat-01"],
      ["pl-6da54004", "vpce-01"],
    ] as const;
    const routeTables = [
      table("rtb-01", ["subnet-01"], [["0.0.0.0/0", "igw-01"]]),
      table("rtb-02", ["subnet-02"], routes),
    ];
    const odd = { ...gateway, id: "vpce-02", type: "GatewayLoadBalancer" };
    const it = written(inventoryWith({ routeTables, vpcEndpoints: [gateway, odd] }));
    expect(it.network.vpcEndpoints).toMatchObject([
      { name: "s3", type: { kind: "gateway", routeTables: ["private"] } },
    ]);
    expect(it.imports.get("aws_vpc_endpoint.s3")).toBe("vpce-01");
    expect(it.unplaced.map(({ id }) => id)).toEqual(["vpce-02"]);
  });
});
