import fc from "fast-check";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { tryNetworkFrom } from "../support/network.ts";
import { reorderKeys } from "../support/reorder-keys.ts";
import { textWith } from "./hosts-blueprint.ts";

const EVERYTHING = textWith(`
  vpcEndpoints:
    e1: { service: s3, type: { gateway: { routeTables: [native, legacy] } } }
    e2: { service: ssm, type: { interface: { subnets: [app], securityGroups: [web, admin], privateDnsEnabled: true } } }
  instanceConnectEndpoints:
    c1: { subnet: native, zone: a, securityGroups: [web, admin] }
    c2: { subnet: app, securityGroups: [web] }
terraform: { backend: { s3: { key: state, bucket: bucket } } }
compute:
  keyPairs: { k1: { publicKey: a }, k2: { publicKey: b } }
  instanceProfiles: { p1: { managedPolicies: [B, A] }, p2: {} }
  launchTemplates: { t1: { instanceType: t4g.small }, t2: { instanceType: t3.small, os: ubuntu-24.04 } }
  autoScalingGroups:
    g1: { launchTemplate: t1, subnets: [native, app] }
    g2: { instanceType: t4g.small, subnets: [app], metadata: { httpTokens: required, instanceMetadataTags: false } }
    g3: { launchTemplate: t1, subnets: [public], rootVolume: { encrypted: true, type: gp3 } }
  instances:
    i1: { instanceType: t4g.small, subnet: app, keyPair: k1 }
    i2: { instanceType: t4g.small, subnet: native, ipv6Addresses: ["::9", "::8"] }
loadBalancers:
  l1:
    type: network
    subnets: [public, edge]
    listeners:
      one: { port: 80, protocol: TCP, action: { forwardTo: x1 } }
      two: { port: 81, protocol: TCP, action: { forwardTo: x2 } }
  l2: { type: network, subnets: [edge], listeners: { one: { port: 80, protocol: TCP, action: { forwardTo: x1 } } } }
targetGroups:
  x1: { protocol: TCP, port: 80, ipAddressType: ipv6, targets: { autoScalingGroups: [g3, g1] } }
  x2: { protocol: TCP, port: 80, targets: { addresses: { b: { address: 10.0.0.2 }, a: { address: 10.0.0.1 } } } }
  x3: { protocol: TCP, port: 80, targets: { instances: [i2, i1] } }
outputs:
  o1: { value: { instanceId: i1 } }
  o2: { value: { targetGroupArn: x3 } }
`);

it("the author's order of keys never reaches the network", () => {
  const original = parse(EVERYTHING);
  const { network, diagnostics } = tryNetworkFrom(JSON.stringify(original));
  expect(diagnostics).toEqual([]);
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat()), (seeds) => {
      const shuffled = reorderKeys(original, () => seeds.next().value);
      const again = tryNetworkFrom(JSON.stringify(shuffled));
      expect(again.diagnostics).toEqual([]);
      expect(again.network).toEqual(network);
    }),
    { numRuns: 30 },
  );
});
