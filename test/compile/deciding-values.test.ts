import { describe, expect, test } from "vitest";
import { type BlueprintFile, compile } from "../../src/pipeline.ts";

/** A network with a group of instances, in two zones, and what follows it. */
function shop(more: string, sizes = "minSize: 1, maxSize: 2"): string {
  return `apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    app: { addressing: dual-stack, internet: none, slot: 0 }
    db: { addressing: dual-stack, internet: none, slot: 1, availabilityZones: [b] }
  securityGroups: { web: { description: The web servers } }
compute:
  autoScalingGroups:
    web: { subnets: [app], securityGroups: [web], instanceType: t4g.small, os: amazon-linux-2023, ${sizes} }
${more}`;
}

/** The tier `db` with a /64 of its own number. */
function numbered(text: string): string {
  return text.replace(
    "availabilityZones: [b] }\n  sec",
    "availabilityZones: [b], ipv6Numbers: { b: 3 } }\n  sec",
  );
}

function errors(text: string, guard?: string, ...others: readonly BlueprintFile[]): readonly string[] {
  const included = new Map(
    guard === undefined ? [] : [["guard.include.yaml", { file: "guard.include.yaml", text: guard }] as const],
  );
  return compile([{ file: "shop.yaml", text, included }, ...others], "2026-01-01")
    .findings.filter(({ severity }) => severity === "error")
    .map(
      ({ file, span, rule, message, pointer, line }) =>
        `${file}:${span?.line}:${span?.column} ${rule} ${pointer}: ${message} | ${line?.slice((span?.column ?? 0) - 1, (span?.endColumn ?? 0) - 1)}`,
    );
}

const ZONE =
  'model/unknown-name network.subnets.db.availabilityZones[0]: unknown availability zone "b" in network.subnets.db.availabilityZones[0] (environment staging) | [a]';
const SIZES = (min: number, max: number, name: string) =>
  `model/sizes compute.autoScalingGroups.web.maxSize: sizes of auto scaling group "web" do not fit: minSize ${min}, maxSize ${max}${name}`;

describe("what an environment's value causes elsewhere in the blueprint", () => {
  test("is shown at that value, with the place it is about as its pointer", () => {
    const text = shop(`environments:
  prod: {}
  staging:
    tags: { tier: test }
    network: { availabilityZones: [a] }
  big:
    compute: { autoScalingGroups: { web: { minSize: 5 } } }
`);
    expect(errors(text)).toEqual([
      `shop.yaml:18:35 ${ZONE}`,
      `shop.yaml:20:53 ${SIZES(5, 2, " (environment big)")} | 5`,
    ]);
  });

  test("is shown in the file that is included, where the value stands there", () => {
    const guard = "environments:\n  prod: {}\n  staging:\n    network: { availabilityZones: [a] }\n";
    expect(errors(shop("include: { guard.include.yaml: [environments] }\n"), guard)).toEqual([
      `guard.include.yaml:4:35 ${ZONE}`,
    ]);
  });

  test("is shown at the first of two values of which each is enough", () => {
    const two =
      "environments:\n  a: {}\n  b: { compute: { autoScalingGroups: { web: { minSize: 5, desiredCapacity: 6 } } } }\n";
    expect(errors(shop(two))).toEqual([
      expect.stringMatching(/^shop\.yaml:16:56 model\/sizes .*minSize 5, desiredCapacity 6/),
    ]);
  });

  test("is shown for each of the environments, where each has such a value", () => {
    const both =
      "environments:\n  a: { network: { availabilityZones: [a] } }\n  b: { network: { availabilityZones: [a] } }\n";
    expect(errors(shop(both)).map((line) => line.replace(/ .*\(/, " ("))).toEqual([
      "shop.yaml:15:38 (environment a) | [a]",
      "shop.yaml:16:38 (environment b) | [a]",
    ]);
  });

  test("is shown so for what a rule finds, in a stack that takes values from another", () => {
    const hub = `apiVersion: hextet/v1
name: hub
region: eu-west-1
network: { vpc: { ipv4Cidr: 10.30.0.0/16 }, availabilityZones: [a], subnets: { app: { addressing: dual-stack, internet: none, slot: 0 } } }
`;
    const peering = `  vpcPeeringConnections:
    hub: { side: { request: { peerVpcId: { fromBlueprint: { stack: hub, value: { vpc: id } } } } } }
  securityGroups`;
    const own =
      "environments:\n  a: {}\n  b: { network: { subnets: { app: { ipv6Numbers: { a: 2, b: 3 } } } } }\n";
    const text = numbered(shop(own)).replace("  securityGroups", peering);
    expect(errors(text, undefined, { file: "hub.yaml", text: hub })).toEqual([
      'shop.yaml:18:61 subnet-ipv6-overlap network.subnets.db.ipv6Numbers.b: number 3 is that of tier "app" in zone b too (environment b) | 3',
    ]);
  });
});

describe("what stays where it is", () => {
  test("is what is wrong without the environment's values too", () => {
    const text = shop(
      "environments:\n  a: { network: { availabilityZones: [b] } }\n  b: { tags: { x: y } }\n",
      "minSize: 3, maxSize: 2",
    );
    expect(errors(text)).toEqual([`shop.yaml:13:120 ${SIZES(3, 2, "")} | 2`]);
  });

  test("is what another error hides without the last of the values", () => {
    const text = numbered(
      shop(`environments:
  a: {}
  b:
    network: { subnets: { app: { ipv6Numbers: { a: 2, b: 3, c: 4 } } }, availabilityZones: [a, b, c] }
`),
    );
    expect(errors(text)).toEqual([
      'shop.yaml:9:102 subnet-ipv6-overlap network.subnets.db.ipv6Numbers.b: number 3 is that of tier "app" in zone b too (environment b) | 3',
    ]);
  });
});
