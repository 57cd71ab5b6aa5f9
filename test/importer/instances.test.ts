import { describe, expect, test } from "vitest";
import { successorOf } from "../../src/aws/instance-type-successors.ts";
import { instanceTypeFacts, knownInstanceTypes } from "../../src/aws/instance-types.ts";
import { instance, inventoryWith, written } from "../support/inventory.ts";

describe("IPv6 that is there already", () => {
  const migrationOf = (parts: Parameters<typeof inventoryWith>[0]) =>
    written(inventoryWith(parts)).network.migration;
  const { vpc, subnets } = inventoryWith();
  const block = { cidr: "2001:db8:0:5600::/56", associationId: "vpc-cidr-assoc-01", pool: "Amazon" };
  const withBlock = { vpc: { ...vpc, ipv6Blocks: [block] } };
  const withBlocks = {
    ...withBlock,
    subnets: subnets.map((one, index) => ({ ...one, ipv6Cidr: `2001:db8:0:56${index}0::/64` })),
  };

  test("is not taken away: the blueprint names the last stage of which something is there", () => {
    const begun = (reached: string | null) => ({ stage: "import", reached });
    expect(migrationOf({})).toMatchObject(begun(null));
    expect(migrationOf(withBlock)).toMatchObject(begun("vpc-address-block"));
    expect(migrationOf(withBlocks)).toMatchObject(begun("subnet-address-blocks"));
    const web = instance("i-01", "Web", { ipv6Addresses: ["2001:db8:0:5600::a"] });
    expect(migrationOf({ ...withBlocks, instances: [web] })).toMatchObject(begun("instance-addresses"));
    expect(written(inventoryWith(withBlock)).text).toContain(
      "  # There is IPv6 already, some of it of the stage vpc-address-block: until then it stays as it is, and each stage brings\n  # what it lacks.\n  reached: vpc-address-block\n",
    );
  });
});

describe("instances", () => {
  test("every type without IPv6 has a successor on Nitro that has it", () => {
    const without = knownInstanceTypes().filter((type) => instanceTypeFacts(type).ipv6 === "no");
    const successors = without.map((type) => instanceTypeFacts(successorOf(type) ?? ""));
    expect(
      successors.filter(({ known, ipv6, hypervisor }) => !known || ipv6 !== "yes" || hypervisor !== "nitro"),
    ).toEqual([]);
    expect(without).toHaveLength(14);
  });

  test("keep their settings, and get a type that can carry IPv6", () => {
    const metadata = { ...instance("", "").metadata, httpTokens: "optional", httpPutResponseHopLimit: 1 };
    const it = written(
      inventoryWith({
        instances: [instance("i-01", "Web", { instanceType: "c1.medium", metadata, sourceDestCheck: false })],
      }),
    );
    const [web] = it.network.compute.instances;
    expect(web).toMatchObject({ name: "web", subnet: "public_a", sourceDestCheck: false });
    expect(web?.host).toMatchObject({
      instanceType: { name: "c5.large" },
      ipv6AddressCount: 1,
      metadata: { httpTokens: "optional", httpPutResponseHopLimit: 1, ipv6: true },
    });
    expect(it.network.migration?.instanceTypesBefore).toMatchObject([{ instanceType: "c1.medium" }]);
  });

  test("of others are theirs, and what belongs to an instance and cannot be said is said", () => {
    const it = written(
      inventoryWith({
        instances: [
          instance("i-01", "a", { managedBy: "the auto scaling group web" }),
          instance("i-02", "b", { subnetId: "subnet-02", furtherInterfaces: ["eni-01"], keyName: "ops" }),
          instance("i-03", "c", { securityGroupIds: ["sg-99"] }),
        ],
        addresses: [{ id: "eipalloc-09", name: null, instanceId: "i-02", associationId: "eipassoc-09" }],
      }),
    );
    expect(it.network.compute.instances.map(({ name }) => name)).toEqual(["b"]);
    expect(it.text).toContain("# It keeps its key pair ops, managed outside this stack.\n");
    expect(it.unplaced.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      "Elastic IP eipalloc-09",
      "instance i-01",
      "instance i-03",
      "network interface eni-01",
    ]);
  });
});
