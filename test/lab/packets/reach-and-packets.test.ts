import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { compareReachWithLab } from "../../../src/cli/lab/compare-reach-with-lab.ts";
import { destinationNames } from "../../../src/cli/lab/destination-names.ts";
import { generatedStacks, STACKS } from "../../support/generated-stacks.ts";
import { planOf, REFUSED } from "../../support/lab-outcomes.ts";
import { findLabTools } from "../../support/lab-tools.ts";
import { networkFrom } from "../../support/network.ts";
import { describeWithTools } from "../../support/tools.ts";

const BLUEPRINTS = fileURLToPath(new URL("../../../blueprints", import.meta.url));

/** Stacks without a host: nobody sends anything. */
const EMPTY = ["hub-network", "ipam", "transit"];

/** Stacks whose hosts leave by another stack: hub-and-spokes.test.ts has them together with it. */
const JOINED = ["hub-spoke-dual-stack", "hub-spoke-ipv6-only"];

/** What reach does not know of a stack: nothing is held against packets there. Of all others it knows everything. */
const UNKNOWN: Readonly<Record<string, readonly string[]>> = {
  "ecs-dual-stack": [
    "whether the account setting dualStackIPv6 is on is not known here: without it the tasks have no IPv6 address",
  ],
  "eks-ipv6": ["whether aws_eks_cluster.main answers echo requests is not known"],
  "migrate-web-and-database": [
    "which network ACL aws_subnet.public_a has is not known",
    "which network ACL aws_subnet.public_b has is not known",
  ],
  "nat64-instance": ["aws_instance.nat64-a lets nobody come to itself by what it translates"],
};

/** What the laboratory does not stand up, by stack: endpoints of the Resolver, which the networks behind them would ask. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  transit: ["from-offices", "from-offices", "to-offices", "to-offices"].map(
    (name) => `aws_route53_resolver_endpoint.${name}`,
  ),
};

/** Names at which interface endpoints of these stacks may answer or not: no source tells of SERVICE.REGION.api.aws. A and AAAA, in each subnet. */
const UNKNOWN_NAMES: Readonly<Record<string, number>> = { "ipv6-only-bastion": 20, "nat64-playground": 42 };

/** Those that stand by themselves, and that the laboratory takes. */
const alone = generatedStacks.filter((folder) => {
  const name = basename(folder);
  return !JOINED.includes(name) && REFUSED[name] === undefined;
});

describeWithTools("reach and packets agree on every pair", findLabTools(), () => {
  it.each(alone)("of %s", async (folder) => {
    const name = basename(folder);
    const network = networkFrom(readFileSync(join(BLUEPRINTS, `${name}.yaml`), "utf8"));
    const json = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8"));
    const plan = planOf(json, destinationNames(network.region));
    const { disagreements, leftOut, unknown, counts, names } = await compareReachWithLab(network, plan);
    expect(disagreements).toEqual([]);
    expect(names.disagreements).toEqual([]);
    expect(names.unknown).toBe(UNKNOWN_NAMES[name] ?? 0);
    expect(names.agreed > 100).toBe(!EMPTY.includes(name));
    expect(leftOut.map(({ address }) => address)).toEqual(LEFT_OUT[name] ?? []);
    expect(unknown).toEqual(UNKNOWN[name] ?? []);
    expect(counts.arrive > 0 && counts.lost > 0).toBe(!EMPTY.includes(name));
  });

  it("and where the Terraform lacks a rule, each connection that it let in is a disagreement", async () => {
    const network = networkFrom(readFileSync(join(BLUEPRINTS, "dual-stack-web.yaml"), "utf8"));
    const json = readFileSync(join(STACKS, "dual-stack-web", "cdk.tf.json"), "utf8");
    const { resource, ...rest } = JSON.parse(json);
    const { aws_vpc_security_group_ingress_rule: _, ...others } = resource;
    const { disagreements, counts } = await compareReachWithLab(
      network,
      planOf({ ...rest, resource: others }),
    );
    expect(disagreements).toContainEqual({
      source: "internet",
      destination: "aws_lb.web@public_a",
      family: "ipv6",
      protocol: "tcp",
      port: 80,
      reach: "yes",
      packets: "timeout",
      reason: null,
    });
    expect(disagreements.every(({ reach, packets }) => reach === "yes" && packets === "timeout")).toBe(true);
    expect(counts.lost).toBeGreaterThan(100);
  });
});
