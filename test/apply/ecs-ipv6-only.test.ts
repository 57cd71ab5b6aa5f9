import { describe, expect, test } from "vitest";
import { describeApplied } from "../support/applied-stack.ts";
import { at, listAt, parseJson, textAt } from "../support/json.ts";

const CLUSTER = "ecs-ipv6-only-main";

function subnetsOf(service: unknown): readonly string[] {
  return listAt(service, "networkConfiguration", "awsvpcConfiguration", "subnets").map(String).sort();
}

describeApplied("ecs-ipv6-only", "eu-central-1", ({ ask, askAll }) => {
  describe("through the AWS API", () => {
    test("the services' network interfaces stand in the IPv6-only subnets, without public IPv4 addresses", async () => {
      const [services, native] = await askAll([
        [
          "ecs",
          "describe_services",
          { cluster: CLUSTER, services: ["ecs-ipv6-only-web", "ecs-ipv6-only-worker"] },
        ],
        ["ec2", "describe_subnets", { Filters: [{ Name: "ipv6-native", Values: ["true"] }] }],
      ]);
      const subnets = listAt(native, "Subnets").map((subnet) => textAt(subnet, "SubnetId"));
      expect(subnets).toHaveLength(2);
      const found = listAt(services, "services").map((service) => ({
        name: at(service, "serviceName"),
        launchType: at(service, "launchType"),
        subnets: subnetsOf(service),
        public: at(service, "networkConfiguration", "awsvpcConfiguration", "assignPublicIp"),
      }));
      const where = { subnets: subnets.sort(), public: "DISABLED" };
      expect(found).toEqual([
        { name: "ecs-ipv6-only-web", launchType: "FARGATE", ...where },
        { name: "ecs-ipv6-only-worker", launchType: "EC2", ...where },
      ]);
      expect(at(services, "services", 0, "platformVersion")).toBe("1.4.0");
    });

    test("the tasks pull by ECR's dual-stack name, in network mode awsvpc", async () => {
      const answer = await ask("ecs", "describe_task_definition", { taskDefinition: "ecs-ipv6-only-web" });
      expect(at(answer, "taskDefinition")).toMatchObject({
        networkMode: "awsvpc",
        requiresCompatibilities: ["FARGATE"],
        containerDefinitions: [
          {
            image: "123456789012.dkr-ecr.eu-central-1.on.aws/web:1.4.2",
            logConfiguration: { options: { "awslogs-group": "/aws/ecs/ecs-ipv6-only-web" } },
          },
        ],
      });
      const role = textAt(answer, "taskDefinition", "executionRoleArn").replace(/^.*\//, "");
      const policy = await ask("iam", "get_role_policy", { RoleName: role, PolicyName: "start-tasks" });
      const document = at(policy, "PolicyDocument");
      const statements = listAt(
        typeof document === "string" ? parseJson(document, "policy") : document,
        "Statement",
      );
      expect(statements.map((statement) => at(statement, "Resource"))).toEqual([
        [expect.stringMatching(/:log-group:\/aws\/ecs\/ecs-ipv6-only-web:\*$/)],
        ["*"],
        ["arn:aws:ecr:eu-central-1:123456789012:repository/web"],
      ]);
    });

    test("a dual-stack balancer sends to addresses in an IPv6 target group", async () => {
      const [groups, balancers] = await askAll([
        ["elbv2", "describe_target_groups", {}],
        ["elbv2", "describe_load_balancers", {}],
      ]);
      expect(listAt(groups, "TargetGroups")).toHaveLength(1);
      expect(at(groups, "TargetGroups", 0)).toMatchObject({ IpAddressType: "ipv6", TargetType: "ip" });
      expect(at(balancers, "LoadBalancers", 0, "IpAddressType")).toBe("dualstack");
    });

    test("the worker calls the web service by Service Connect, in a namespace of Cloud Map", async () => {
      const [namespaces, definition] = await askAll([
        ["servicediscovery", "list_namespaces", {}],
        ["ecs", "describe_task_definition", { taskDefinition: "ecs-ipv6-only-web" }],
      ]);
      expect(listAt(namespaces, "Namespaces")).toEqual([
        expect.objectContaining({ Name: "ecs-ipv6-only-shop", Type: "HTTP" }),
      ]);
      expect(at(definition, "taskDefinition", "containerDefinitions", 0, "portMappings")).toEqual([
        { containerPort: 8080, hostPort: 8080, protocol: "tcp", name: "http", appProtocol: "http" },
      ]);
    });

    test("the container instances have a primary IPv6 address, and join the cluster", async () => {
      const answer = await ask("ec2", "describe_launch_template_versions", {
        LaunchTemplateName: "ecs-ipv6-only-container-hosts",
      });
      const template = at(answer, "LaunchTemplateVersions", 0, "LaunchTemplateData");
      expect(template).toMatchObject({ NetworkInterfaces: [{ PrimaryIpv6: true }] });
      const script = Buffer.from(textAt(template, "UserData"), "base64").toString("utf8");
      expect(script).toContain(`echo 'ECS_CLUSTER=${CLUSTER}' >> /etc/ecs/ecs.config\n`);
    });
  });
});
