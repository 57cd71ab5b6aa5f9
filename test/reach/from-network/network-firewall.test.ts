import { describe, expect, it } from "vitest";
import { topologyOf } from "../../../src/reach/from-network/topology-of.ts";
import { trace } from "../../../src/reach/walk/trace-query.ts";
import { networkFrom } from "../../support/network.ts";

const POLICY = "aws_networkfirewall_firewall_policy.main";
const ENDPOINT = "aws_networkfirewall_firewall.main/aws_subnet.firewall_a";

const topologyWith = (policy: string, type = "") =>
  topologyOf(
    networkFrom(`
apiVersion: hextet/v1
name: sample
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a]
  subnets:
    firewall: { addressing: dual-stack, internet: public, slot: 0 }
    public: { addressing: dual-stack, internet: public, inspection: { networkFirewall: main }, slot: 1, mapPublicIpOnLaunch: true, assignIpv6AddressOnCreation: true }
  networkFirewalls:
    main: { subnets: firewall${type}, firewallPolicy: { ${policy} } }
  securityGroups:
    web: { description: web, ingress: { https: { protocol: tcp, ports: 443, from: { anywhere: {} } } } }
compute:
  instances:
    web: { subnet: public, instanceType: t4g.small, os: amazon-linux-2023, securityGroups: [web] }
`),
  );

function fromInternet(policy: string, type?: string) {
  const to = { kind: "node", id: "aws_instance.web" } as const;
  const query = { from: { kind: "internet" }, to, protocol: "tcp", port: 443 } as const;
  return trace(topologyWith(policy, type), [], query).attempts.map(({ family, verdict, hops }) => [
    family,
    verdict,
    hops.find(({ what }) => what === ENDPOINT)?.reason,
  ]);
}

const both = (verdict: string, reason: string) => [
  ["ipv6", verdict, reason],
  ["ipv4", verdict, reason],
];

describe("packets from the internet to a host behind a Network Firewall", () => {
  it("pass both ways in both families where the policy passes all", () => {
    const reason = `${ENDPOINT} lets it pass: ${POLICY} passes all packets`;
    expect(fromInternet("statefulDefaultActions: [aws:alert_strict]")).toEqual(both("yes", reason));
    const pass = "statelessDefaultAction: aws:pass, statelessFragmentDefaultAction: aws:pass";
    expect(fromInternet(pass)).toEqual(both("yes", reason));
  });

  it("are lost where it drops all", () => {
    const reason = `${ENDPOINT} drops it: ${POLICY} drops all packets`;
    expect(fromInternet("statefulDefaultActions: [aws:drop_strict]")).toEqual(both("no", reason));
  });

  it("are not known where rules decide", () => {
    const reason = `it goes on if the appliances behind ${ENDPOINT} let it pass: what the rules of ${POLICY} let pass is not followed`;
    const rules =
      "{ own: { priority: 1, rulesSource: { rulesString: 'pass ip any any -> any any (sid:1;)' } } }";
    expect(fromInternet(`ruleGroups: ${rules}`)).toEqual(both("unknown", reason));
    expect(fromInternet("statefulDefaultActions: [aws:drop_established]")).toEqual(both("unknown", reason));
  });

  it("are not known in a family that the endpoint is not made for", () => {
    expect(fromInternet("homeNet: [10.20.0.0/16]", ", ipAddressType: IPV4")).toEqual([
      ["ipv6", "unknown", `${ENDPOINT} is made for IPv4 alone: whether ${ENDPOINT} takes IPv6 is not known`],
      ["ipv4", "yes", `${ENDPOINT} lets it pass: ${POLICY} passes all packets`],
    ]);
  });
});
