import { afterAll, beforeAll, expect, test } from "vitest";
import { applyInOrder, orderOf, type Steps } from "../support/apply-order.ts";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { type HookedStack, hookedStack } from "../support/hooked-stack.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";

interface Version {
  readonly description: string;
  readonly domainName: string;
  readonly offices: string;
  /** What more is said of tier `side`. */
  readonly side: string;
}

const before: Version = {
  description: "web hosts",
  domainName: "old.example.com",
  offices: 'addressFamily: IPv6, entries: { lisbon: { cidr: "2001:db8:1::/48" } }',
  side: ", routeTable: app",
};
/** Each of these edits makes Terraform replace something that others use. */
const after: Version = {
  description: "hosts of the web site",
  domainName: "new.example.com",
  offices: "addressFamily: IPv4, entries: { lisbon: { cidr: 192.0.2.0/24 } }",
  side: "",
};

const blueprint = ({ description, domainName, offices, side }: Version) => `
apiVersion: hextet/v1
name: moved
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack, internet: egress-only, slot: 1 }
    side: { addressing: dual-stack, internet: egress-only, slot: 2${side} }
  dhcpOptions: { domainName: ${domainName}, domainNameServers: [AmazonProvidedDNS] }
  prefixLists: { offices: { ${offices} } }
  securityGroups:
    web:
      description: ${description}
      ingress:
        http: { protocol: tcp, ports: 8080, from: { cidrIpv6: "2001:db8:1::/48" } }
        tier: { protocol: tcp, ports: 8081, from: { subnets: side } }
        listed: { protocol: tcp, ports: 22, from: { prefixList: offices } }
  vpcEndpoints: { ssm: { service: ssm, type: { interface: { subnets: [app], securityGroups: [web] } } } }
compute:
  instances:
    host: { subnet: app, instanceType: t4g.nano, ami: { id: ami-00602d9e13dfdc4bd }, architecture: arm64, securityGroups: [web] }
`;

describeWithTools(
  "apply edits that replace what others use",
  both(findTerraform(), findPython()),
  ([terraform, python]) => {
    let emulator: Emulator;
    let stack: HookedStack;
    let steps: Steps;

    beforeAll(async () => {
      emulator = await startEmulator(python);
      stack = await hookedStack(terraform, emulator, blueprint(before));
      await stack.workspace.apply();
      stack.edit(blueprint(after));
      steps = await applyInOrder(stack.workspace);
    });
    afterAll(async () => {
      await emulator?.stop();
      stack?.workspace.remove();
    });

    const RULE = "aws_vpc_security_group_ingress_rule.web_http_ipv6";

    test.each(["aws_instance.host", "aws_vpc_endpoint.ssm"])(
      "moves %s to a new security group that has its rules, and takes the old rules away last",
      (user) => {
        const wanted = [
          "create done aws_security_group.web",
          `create done ${RULE}`,
          `update started ${user}`,
          `update done ${user}`,
          `delete started ${RULE}`,
          "delete started aws_security_group.web",
        ];
        expect(orderOf(steps, wanted)).toEqual(wanted);
      },
    );

    test("makes the new prefix list before its rule changes over", () => {
      const wanted = [
        "create done aws_ec2_managed_prefix_list.offices",
        "create started aws_vpc_security_group_ingress_rule.web_listed",
        "delete started aws_ec2_managed_prefix_list.offices",
      ];
      expect(orderOf(steps, wanted)).toEqual(wanted);
    });

    test("gives the VPC its new DHCP options before the old ones go", () => {
      const wanted = [
        "create done aws_vpc_dhcp_options.main",
        "update done aws_vpc_dhcp_options_association.main",
        "delete started aws_vpc_dhcp_options.main",
      ];
      expect(orderOf(steps, wanted)).toEqual(wanted);
    });

    test("moves a subnet to a new route table that has its routes", () => {
      const wanted = [
        "create done aws_route.side_default-ipv6",
        "update started aws_route_table_association.side_a",
      ];
      expect(orderOf(steps, wanted)).toEqual(wanted);
    });
  },
);
