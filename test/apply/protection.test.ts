import { afterAll, beforeAll, expect, it } from "vitest";
import { type AwsSite, awsOne } from "../support/aws.ts";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { type HookedStack, hookedStack } from "../support/hooked-stack.ts";
import { at, listAt, textAt } from "../support/json.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";

const NETWORK = `
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, internet: none, slot: 1 } }
`;

const databases = (settings: string) => `${NETWORK}
rds:
  subnetGroups: { main: { subnets: [app] } }
  instances:
    orders: { engine: postgres, engineVersion: "17.4", instanceClass: db.t4g.small, allocatedStorageGib: 20, subnetGroup: main${settings} }
  clusters:
    ledger: { engine: aurora-postgresql, engineVersion: "16.6", subnetGroup: main, instances: { one: { instanceClass: db.t4g.medium } }${settings} }
`;

const GONE = `${NETWORK}
terraform: { mayDestroy: [aws_db_instance.orders, aws_rds_cluster.ledger, aws_rds_cluster_instance.ledger_one] }
`;

describeWithTools("protection by default", both(findTerraform(), findPython()), ([terraform, python]) => {
  let emulator: Emulator;
  let stack: HookedStack;
  let site: AwsSite;

  beforeAll(async () => {
    emulator = await startEmulator(python);
    site = { env: emulator.env, region: "eu-west-1" };
    stack = await hookedStack(terraform, emulator, databases(""));
    await stack.workspace.apply();
  });
  afterAll(async () => {
    await emulator?.stop();
    stack?.workspace.remove();
  });

  const protections = async () => {
    const [instances, clusters] = [
      await awsOne(site, "rds", "describe_db_instances", {}),
      await awsOne(site, "rds", "describe_db_clusters", {}),
    ];
    // A server of a cluster has none of its own.
    const alone = listAt(instances, "DBInstances").filter(
      (one) => at(one, "DBClusterIdentifier") === undefined,
    );
    return [...alone, ...listAt(clusters, "DBClusters")].map((one) => at(one, "DeletionProtection"));
  };

  it("AWS has it on", async () => {
    expect(await protections()).toEqual([true, true]);
  });

  it("Terraform refuses to destroy the stack", async () => {
    await expect(stack.workspace.destroy()).rejects.toThrow(/Instance cannot be destroyed/);
    expect(await protections()).toEqual([true, true]);
  });

  it("AWS refuses the deletion when the blocks are taken out in one step", async () => {
    stack.edit(GONE);
    await expect(stack.workspace.apply()).rejects.toThrow(/Cannot delete protected/);
    expect(await protections()).toEqual([true, true]);
  });

  it("goes in two steps, and leaves a last snapshot of each", async () => {
    stack.edit(databases(", deletionProtection: false"));
    await stack.workspace.apply();
    expect(await protections()).toEqual([false, false]);
    stack.edit(GONE);
    await stack.workspace.apply();
    expect(await protections()).toEqual([]);
    const [instance, cluster] = [
      await awsOne(site, "rds", "describe_db_snapshots", { SnapshotType: "manual" }),
      await awsOne(site, "rds", "describe_db_cluster_snapshots", { SnapshotType: "manual" }),
    ];
    const [orders] = listAt(instance, "DBSnapshots");
    const [ledger] = listAt(cluster, "DBClusterSnapshots");
    expect([textAt(orders, "DBSnapshotIdentifier"), textAt(orders, "DBInstanceIdentifier")]).toEqual([
      "shop-orders-final",
      "shop-orders",
    ]);
    expect([textAt(ledger, "DBClusterSnapshotIdentifier"), textAt(ledger, "DBClusterIdentifier")]).toEqual([
      "shop-ledger-final",
      "shop-ledger",
    ]);
  });
});
