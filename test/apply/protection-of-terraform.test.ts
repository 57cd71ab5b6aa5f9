import { afterAll, beforeAll, expect, it } from "vitest";
import { type AwsSite, aws } from "../support/aws.ts";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { type HookedStack, hookedStack } from "../support/hooked-stack.ts";
import { listAt, textAt } from "../support/json.ts";
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

const KEPT = `${NETWORK}
elasticache:
  subnetGroups: { main: { subnets: [app] } }
  replicationGroups:
    carts: { description: Shopping carts, engine: valkey, engineVersion: "8.0", nodeType: cache.t4g.small, numCacheClusters: 2, subnetGroup: main }
  clusters:
    pages: { engineVersion: "1.6.22", nodeType: cache.t4g.small, numCacheNodes: 1, subnetGroup: main }
eks:
  clusters: { main: { version: "1.33", ipFamily: ipv6, subnets: [app] } }
`;

/** Of these AWS has no protection, or the provider of the stack does not know it: Terraform's own is all there is. */
const ADDRESSES = [
  "aws_eks_cluster.main",
  "aws_elasticache_cluster.pages",
  "aws_elasticache_replication_group.carts",
];

const GONE = `${NETWORK}
terraform: { mayDestroy: [${ADDRESSES.join(", ")}] }
`;

describeWithTools(
  "protection by Terraform alone",
  both(findTerraform(), findPython()),
  ([terraform, python]) => {
    let emulator: Emulator;
    let stack: HookedStack;
    let site: AwsSite;

    beforeAll(async () => {
      emulator = await startEmulator(python);
      site = { env: emulator.env, region: "eu-west-1" };
      stack = await hookedStack(terraform, emulator, KEPT);
      await stack.workspace.apply();
    });
    afterAll(async () => {
      await emulator?.stop();
      stack?.workspace.remove();
    });

    const there = async () => {
      const [clusters, groups, caches] = await aws(site, [
        ["eks", "list_clusters", {}],
        ["elasticache", "describe_replication_groups", {}],
        ["elasticache", "describe_cache_clusters", {}],
      ]);
      return {
        eks: listAt(clusters, "clusters"),
        groups: listAt(groups, "ReplicationGroups").map((one) => textAt(one, "ReplicationGroupId")),
        caches: listAt(caches, "CacheClusters")
          .map((one) => textAt(one, "CacheClusterId"))
          .sort(),
      };
    };
    const ALL = { eks: ["shop-main"], groups: ["shop-carts"], caches: ["shop-carts-001", "shop-pages"] };

    it("refuses to destroy each of them, and nothing is gone", async () => {
      expect(await there()).toEqual(ALL);
      await expect(stack.workspace.destroy()).rejects.toThrow(/Instance cannot be destroyed/);
      // Terraform names the first only.
      for (const address of ADDRESSES)
        await expect(
          stack.workspace.terraform(["destroy", "-no-color", "-auto-approve", `-target=${address}`]),
        ).rejects.toThrow(`Resource ${address} has`);
      expect(await there()).toEqual(ALL);
    });

    it("refuses an edit that would replace an EKS cluster, before anything is touched", async () => {
      stack.edit(KEPT.replace("ipFamily: ipv6", "ipFamily: ipv4"));
      await expect(stack.workspace.apply()).rejects.toThrow(
        /Instance cannot be destroyed[\s\S]*Resource aws_eks_cluster\.main has/,
      );
      expect(await there()).toEqual(ALL);
    });

    it("lets them go once the blueprint says so, and the cache leaves a last snapshot", async () => {
      stack.edit(GONE);
      await stack.workspace.apply();
      expect(await there()).toEqual({ eks: [], groups: [], caches: [] });
      const [snapshots] = await aws(site, [["elasticache", "describe_snapshots", {}]]);
      expect(
        listAt(snapshots, "Snapshots").map((one) => [
          textAt(one, "SnapshotName"),
          textAt(one, "ReplicationGroupId"),
        ]),
      ).toEqual([["shop-carts-final", "shop-carts"]]);
      await stack.workspace.destroy();
    });
  },
);
