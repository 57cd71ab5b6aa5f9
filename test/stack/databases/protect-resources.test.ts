import { describe, expect, test } from "vitest";
import { keptThings } from "../../../src/aws/kept-things.ts";
import { at } from "../../support/json.ts";
import { networkFrom } from "../../support/network.ts";
import { blockSchema } from "../../support/provider-schema.ts";
import { addressesIn, resourceIn, stackJson } from "../../support/synth-json.ts";

const OFF = ", deletionProtection: false";

/** `off` stands behind the entry of each thing that can be protected. */
const shop = (off: string, terraform = "") => `
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, internet: egress-only, slot: 1 } }
rds:
  subnetGroups: { data: { subnets: [app] } }
  instances:
    orders: { subnetGroup: data, engine: postgres, engineVersion: "17", instanceClass: db.t4g.small, allocatedStorageGib: 20${off} }
  clusters:
    ledger: { subnetGroup: data, engine: aurora-postgresql, engineVersion: "16.6", instances: { one: { instanceClass: db.t4g.medium } }${off} }
elasticache:
  subnetGroups: { data: { subnets: [app] } }
  clusters:
    pages: { subnetGroup: data, engineVersion: "1.6.22", nodeType: cache.t4g.small, numCacheNodes: 1${off} }
  replicationGroups:
    carts: { subnetGroup: data, engine: valkey, engineVersion: "8.0", nodeType: cache.t4g.small${off} }
eks:
  clusters: { main: { version: "1.34", subnets: [app]${off} } }
terraform: { ${terraform} }
`;

const PROTECTED = [
  "aws_db_instance.orders",
  "aws_eks_cluster.main",
  "aws_elasticache_cluster.pages",
  "aws_elasticache_replication_group.carts",
  "aws_rds_cluster.ledger",
  "aws_rds_cluster_instance.ledger_one",
];

const jsonOf = (text: string) => stackJson(networkFrom(text));

/** Addresses of what Terraform refuses to destroy. */
function guarded(text: string): readonly string[] {
  const json = jsonOf(text);
  return addressesIn(json).filter(
    (address) =>
      !address.startsWith("data.") && at(resourceIn(json, address), "lifecycle", "prevent_destroy") === true,
  );
}

describe("what holds data", () => {
  test("is protected without a word of the author's", () => {
    expect(guarded(shop(""))).toEqual(PROTECTED);
  });

  test("is open where the author says so of the thing", () => {
    expect(guarded(shop(OFF))).toEqual([]);
    const json = jsonOf(shop(OFF));
    for (const address of ["aws_db_instance.orders", "aws_rds_cluster.ledger"])
      expect(resourceIn(json, address)).toMatchObject({ deletion_protection: false });
  });

  test("is open to Terraform, and not to AWS, where the author says that it may go", () => {
    const text = shop("", "mayDestroy: [aws_db_instance.orders]");
    expect(guarded(text)).toEqual(PROTECTED.slice(1));
    expect(resourceIn(jsonOf(text), "aws_db_instance.orders")).toMatchObject({ deletion_protection: true });
  });

  test.each([
    [">= 5.100, < 7.0", "", undefined],
    [">= 6.9, < 7.0", "", true],
    [">= 6.9, < 7.0", OFF, false],
  ])("an EKS cluster says it to AWS where every provider can: %s%s", (version, off, expected) => {
    const json = jsonOf(shop(off, `awsProvider: { version: "${version}" }`));
    expect(resourceIn(json, "aws_eks_cluster.main")["deletion_protection"]).toBe(expected);
  });

  test("is in the list of what is protected, but for hosts and log groups", () => {
    // A host is replaced in ordinary work, and the events of a log group expire.
    const open = Object.entries(keptThings).filter(
      ([, { loss, isProtected }]) => loss === "data" && !isProtected,
    );
    expect(open.map(([type]) => type)).toEqual(["aws_cloudwatch_log_group", "aws_instance"]);
  });

  test("has the protection that the provider has", () => {
    for (const [type, { guard }] of Object.entries(keptThings)) {
      // That of EKS is younger than provider 5.100.
      if (type === "aws_eks_cluster" || guard === undefined) continue;
      expect(at(blockSchema("resource", type), "attributes", guard), type).toBeDefined();
    }
  });
});
