import { afterAll, beforeAll, expect, test } from "vitest";
import { applyInOrder, orderOf, type Steps } from "../support/apply-order.ts";
import { type Emulator, startEmulator } from "../support/emulator.ts";
import { type HookedStack, hookedStack } from "../support/hooked-stack.ts";
import type { Plan } from "../support/terraform-cli.ts";
import { both, describeWithTools, findPython, findTerraform } from "../support/tools.ts";

interface Version {
  readonly description: string;
  readonly domainName: string;
  readonly offices: string;
  /** What more is said of tier `side`. */
  readonly side: string;
  /** What more is said of tier `back`, which shares the table of another only afterwards. */
  readonly back: string;
  readonly acls: string;
  readonly publicKey: string;
  readonly image: string;
  /** The name of a security group that is no longer, or not yet, there. */
  readonly renamed: string;
  /** The name of a launch template and of the instance profile in it. */
  readonly template: string;
}

const before: Version = {
  description: "web hosts",
  domainName: "old.example.com",
  offices: 'addressFamily: IPv6, entries: { lisbon: { cidr: "2001:db8:1::/48" } }',
  side: ", routeTable: app",
  back: "",
  acls: "apps: { subnets: [app], preset: private-dual-stack }",
  publicKey: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIK6dkgQx/Ym6n7+dYl39u41fbARfpWTl1asEktikzoUZ ops",
  image: "web:1.4.2",
  renamed: "first",
  template: "old",
};
/** Each of these edits makes Terraform replace something that others use. */
const after: Version = {
  description: "hosts of the web site",
  domainName: "new.example.com",
  offices: "addressFamily: IPv4, entries: { lisbon: { cidr: 192.0.2.0/24 } }",
  side: "",
  back: ", routeTable: app",
  acls: "inner: { subnets: [app], preset: private-dual-stack }, sides: { subnets: [side], preset: allow-all }",
  publicKey: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBr7CCOJHK3tKNP1wniR4McrkZU7zIHTD8dTY5GioROz ops",
  image: "web:1.4.3",
  renamed: "other",
  template: "new",
};

const blueprint = (version: Version) => {
  const { description, domainName, offices, side, back, acls, publicKey, image, renamed, template } = version;
  return `
apiVersion: hextet/v1
name: moved
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack, internet: egress-only, slot: 1 }
    side: { addressing: dual-stack, internet: egress-only, slot: 2${side} }
    back: { addressing: dual-stack, internet: egress-only, slot: 3${back} }
  dhcpOptions: { domainName: ${domainName}, domainNameServers: [AmazonProvidedDNS] }
  prefixLists: { offices: { ${offices} } }
  networkAcls: { ${acls} }
  securityGroups:
    ${renamed}: { ingress: { https: { protocol: tcp, ports: 443, from: { anywhere: {} } } } }
    web:
      description: ${description}
      ingress:
        http: { protocol: tcp, ports: 8080, from: { cidrIpv6: "2001:db8:1::/48" } }
        tier: { protocol: tcp, ports: 8081, from: { subnets: side } }
        listed: { protocol: tcp, ports: 22, from: { prefixList: offices } }
  vpcEndpoints: { ssm: { service: ssm, type: { interface: { subnets: [app], securityGroups: [web] } } } }
compute:
  instanceProfiles: { ${template}: { managedPolicies: [AmazonSSMManagedInstanceCore] } }
  launchTemplates:
    ${template}: { instanceType: t4g.nano, ami: { id: ami-00602d9e13dfdc4bd }, architecture: arm64, securityGroups: [web], instanceProfile: ${template} }
  autoScalingGroups: { fleet: { launchTemplate: ${template}, subnets: [app], minSize: 0, maxSize: 1, desiredCapacity: 0 } }
  keyPairs: { ops: { publicKey: ${publicKey} } }
  instances:
    host: { subnet: app, instanceType: t4g.nano, ami: { id: ami-00602d9e13dfdc4bd }, architecture: arm64, securityGroups: [web, ${renamed}], keyPair: ops, elasticIp: true }
ecs:
  clusters: { main: {} }
  taskDefinitions: { web: { cpu: 256, memory: 512, containers: { web: { image: "registry.example/${image}" } } } }
  services:
    web: { cluster: main, taskDefinition: web, capacity: { fargate: {} }, desiredCount: 1, subnets: [app] }
`;
};

describeWithTools(
  "apply edits that replace what others use",
  both(findTerraform(), findPython()),
  ([terraform, python]) => {
    let emulator: Emulator;
    let stack: HookedStack;
    let made: Steps;
    let steps: Steps;
    let second: Plan;

    beforeAll(async () => {
      emulator = await startEmulator(python);
      stack = await hookedStack(terraform, emulator, blueprint(before));
      made = await applyInOrder(stack.workspace);
      stack.edit(blueprint(after));
      steps = await applyInOrder(stack.workspace);
      second = await stack.workspace.plan();
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

    test("takes a security group that has another name now away when its users have left it", () => {
      const wanted = [
        "create done aws_vpc_security_group_ingress_rule.other_https_ipv6",
        "update done aws_instance.host",
        "delete started aws_vpc_security_group_ingress_rule.first_https_ipv6",
        "delete started aws_security_group.first",
      ];
      expect(orderOf(steps, wanted)).toEqual(wanted);
    });

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

    test("moves a subnet to another's route table before its own one is destroyed", () => {
      const wanted = [
        "update done aws_route_table_association.back_a",
        "delete started aws_route_table.back",
      ];
      expect(orderOf(steps, wanted)).toEqual(wanted);
    });

    test("moves a service to the new task definition before the old one is deregistered", () => {
      const wanted = [
        "create done aws_ecs_task_definition.web",
        "update done aws_ecs_service.web",
        "delete started aws_ecs_task_definition.web",
      ];
      expect(orderOf(steps, wanted)).toEqual(wanted);
    });

    test("moves an Auto Scaling group to the new launch template, whose profile has its policies, before the old ones go", () => {
      const wanted = [
        "create done aws_iam_role.new",
        "create done aws_iam_instance_profile.new",
        "create done aws_launch_template.new",
        "update done aws_autoscaling_group.fleet",
        "delete started aws_launch_template.old",
        "delete started aws_iam_instance_profile.old",
        "delete started aws_iam_role.old",
      ];
      expect(orderOf(steps, wanted)).toEqual(wanted);
      const policy =
        steps.find((step) => /^create done aws_iam_role_policy_attachment\.new/.test(step)) ?? "";
      const before = [policy, "create started aws_launch_template.new"];
      expect(orderOf(steps, before)).toEqual(before);
    });

    test("changes a key pair without its hosts, whose Elastic IP stays", () => {
      expect(steps).toContain("create done aws_key_pair.ops");
      expect(steps.filter((step) => /aws_eip|(create|delete) \S+ aws_instance/.test(step))).toEqual([]);
    });

    test("puts a subnet behind a network ACL that has its entries, before the first host boots", () => {
      const association = "aws_network_acl_association.app_a";
      const wanted = [
        ...entriesOf(made, "apps").map((entry) => `create done ${entry}`),
        `create started ${association}`,
        `create done ${association}`,
        "create started aws_instance.host",
      ];
      expect(wanted.length).toBeGreaterThan(10);
      expect(orderOf(made, wanted).slice(-3)).toEqual(wanted.slice(-3));
    });

    test.each([
      ["sides", "side_a"],
      ["inner", "app_a"],
    ])("puts a subnet behind the new network ACL %s when that has its entries", (acl, subnet) => {
      const entries = entriesOf(steps, acl).map((entry) => `create done ${entry}`);
      const association = `create started aws_network_acl_association.${subnet}`;
      expect(entries.length).toBeGreaterThan(3);
      expect(orderOf(steps, [...entries, association]).at(-1)).toBe(association);
    });

    test("takes a network ACL and its entries away when its subnet is behind another", () => {
      const left = "delete done aws_network_acl_association.app_a";
      const gone = entriesOf(made, "apps").map((entry) => `delete started ${entry}`);
      expect(orderOf(steps, [left, ...gone, "delete started aws_network_acl.apps"])[0]).toBe(left);
    });

    test("has nothing to change then", async () => {
      expect(await second.differences()).toEqual([]);
      expect(second).toMatchObject({ changes: 0, empty: true });
    });
  },
);

/** The entries of a network ACL that an apply made. */
function entriesOf(steps: Steps, acl: string): readonly string[] {
  const made = steps.filter((step) => step.startsWith(`create done aws_network_acl_rule.${acl}_`));
  return made.map((step) => step.replace("create done ", ""));
}
