import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { type AppliedStacks, describeAppliedInOrder, stacksOf } from "../support/applied-stacks.ts";
import type { Call } from "../support/aws.ts";
import { at, listAt, textAt } from "../support/json.ts";

const folder = mkdtempSync(path.join(tmpdir(), "hextet-references-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the producer of the values and their reader say of Terraform. */
interface Settings {
  readonly hub: string;
  readonly shop: string;
  readonly before?: readonly Call[];
}

const hub = (terraform: string) => `apiVersion: hextet/v1
name: hub
region: eu-west-1
terraform: ${terraform}
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a]
  subnets: { app: { addressing: dual-stack, internet: none, slot: 0 } }
outputs:
  network: { value: { vpc: id }, sensitive: true }
  tables: { value: { routeTableIdsByZone: app } }
`;

const shop = (terraform: string) => `apiVersion: hextet/v1
name: shop
region: eu-west-1
terraform: ${terraform}
network:
  vpc: { ipv4Cidr: 10.1.0.0/16 }
  availabilityZones: [a]
  subnets: { app: { addressing: dual-stack, internet: none, slot: 0 } }
  vpcPeeringConnections:
    hub:
      side: { request: { peerVpcId: { fromBlueprint: { stack: hub, output: network } } } }
      peerRouteTableIds: [{ fromBlueprint: { stack: hub, output: tables, key: a } }]
`;

/** Two stacks of which the second takes values from the first, and what AWS then has of the second. */
function describeJoined(
  how: string,
  { before = [], ...terraform }: Settings,
  look: (applied: AppliedStacks) => void,
) {
  const texts = { hub: hub(terraform.hub), shop: shop(terraform.shop) };
  const stacks = {
    region: "eu-west-1",
    before,
    folders: () => stacksOf(texts, path.join(folder, how.replaceAll(" ", "-"))),
  };
  describeAppliedInOrder(`two stacks joined by ${how}`, stacks, (applied) => {
    test("has the producer's VPC and route table in the consumer's resources", async () => {
      const peerings = await applied.ask("ec2", "describe_vpc_peering_connections", {});
      const [peering] = listAt(peerings, "VpcPeeringConnections");
      expect(textAt(peering, "AccepterVpcInfo", "VpcId")).toBe(await applied.output("hub", "network"));
      const tables = await applied.output("hub", "tables");
      const asked = { RouteTableIds: [textAt(tables, "a")] };
      const [table] = listAt(await applied.ask("ec2", "describe_route_tables", asked), "RouteTables");
      const id = textAt(peering, "VpcPeeringConnectionId");
      const back = listAt(table, "Routes").filter((route) => at(route, "VpcPeeringConnectionId") === id);
      const [vpc] = listAt(
        await applied.ask("ec2", "describe_vpcs", {
          VpcIds: [textAt(peering, "RequesterVpcInfo", "VpcId")],
        }),
        "Vpcs",
      );
      const ipv6 = textAt(vpc, "Ipv6CidrBlockAssociationSet", 0, "Ipv6CidrBlock");
      expect(
        back
          .map((route) => at(route, "DestinationCidrBlock") ?? at(route, "DestinationIpv6CidrBlock"))
          .sort(),
      ).toEqual(["10.1.0.0/16", ipv6].sort());
    });
    look(applied);
  });
}

describeJoined("local state", { hub: "{}", shop: "{}" }, () => {});

const S3 = (key: string) => `{ backend: { s3: { bucket: states, key: ${key} } } }`;
const BUCKET: Call = [
  "s3",
  "create_bucket",
  { Bucket: "states", CreateBucketConfiguration: { LocationConstraint: "eu-west-1" } },
];

describeJoined(
  "state in S3",
  { hub: S3("hub.tfstate"), shop: S3("shop.tfstate"), before: [BUCKET] },
  ({ ask }) => {
    test("keeps both states in the bucket", async () => {
      const objects = listAt(await ask("s3", "list_objects_v2", { Bucket: "states" }), "Contents");
      expect(objects.map((object) => textAt(object, "Key"))).toEqual(["hub.tfstate", "shop.tfstate"]);
    });
  },
);

const PARAMETERS = "{ handOver: { parameters: { prefix: /network/hub } } }";

describeJoined("SSM parameters", { hub: PARAMETERS, shop: "{}" }, ({ ask }) => {
  test("keeps each value in a parameter, what is sensitive as a SecureString", async () => {
    const parameters = listAt(await ask("ssm", "describe_parameters", {}), "Parameters");
    expect(parameters.map((one) => [textAt(one, "Name"), textAt(one, "Type")]).sort()).toEqual([
      ["/network/hub/network", "SecureString"],
      ["/network/hub/tables/a", "String"],
    ]);
  });
});
