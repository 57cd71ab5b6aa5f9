import type { ResourceChange, StageChanges } from "../../src/model/types/migration.ts";
import { stagesWith } from "./terraform-plan.ts";

const adds = (address: string, args: Readonly<Record<string, unknown>> = {}): ResourceChange => ({
  address,
  arguments: Object.entries(args).map(([name, after]) => ({ name, before: undefined, after })),
});
const changes = (address: string, name: string, before: unknown, after: unknown): ResourceChange => ({
  address,
  arguments: [{ name, before, after }],
});
const imports = (address: string, id: string) => ({ path: [], address, id });

/** What the stages of a small web-and-database network do to its Terraform configuration. */
export const sampleStages: readonly StageChanges[] = stagesWith({
  import: {
    imports: [
      imports("aws_db_instance.orders", "orders"),
      imports("aws_instance.db", "i-0b2"),
      imports("aws_instance.web", "i-0a1"),
      imports("aws_route_table.public", "rtb-0a1"),
      imports("aws_security_group.web", "sg-0a1"),
      imports("aws_subnet.public_a", "subnet-0a1"),
      imports("aws_vpc.main", "vpc-0abc"),
      imports("aws_vpc_security_group_ingress_rule.web_http_ipv4", "sgr-0a1"),
    ],
    adds: [adds("terraform_data.migration", { input: "import" })],
  },
  "vpc-address-block": {
    changes: [changes("aws_vpc.main", "assign_generated_ipv6_cidr_block", undefined, true)],
  },
  "subnet-address-blocks": {
    changes: [
      changes(
        "aws_subnet.public_a",
        "ipv6_cidr_block",
        undefined,
        "${cidrsubnet(aws_vpc.main.ipv6_cidr_block, 8, 0)}",
      ),
    ],
  },
  security: {
    adds: [
      adds("aws_vpc_security_group_ingress_rule.web_http_ipv6", {
        cidr_ipv6: "::/0",
        from_port: 80,
        to_port: 80,
      }),
    ],
  },
  routes: {
    adds: [
      adds("aws_route.public_default-ipv6", {
        destination_ipv6_cidr_block: "::/0",
        route_table_id: "${aws_route_table.public.id}",
      }),
      adds("aws_route_table_association.public_a"),
    ],
  },
  "instance-types": { changes: [changes("aws_instance.db", "instance_type", "m3.large", "m5.large")] },
  "instance-addresses": {
    changes: [
      changes("aws_instance.db", "ipv6_address_count", 0, 1),
      changes("aws_instance.web", "ipv6_address_count", 0, 1),
      changes("aws_instance.web", "enable_primary_ipv6", undefined, true),
    ],
  },
  "load-balancers": {
    adds: [adds("aws_lb_target_group_attachment.web_web"), adds("aws_lb_target_group_attachment.web_new")],
    staysOnWayBack: ["aws_lb_target_group_attachment.web_web"],
  },
  databases: { changes: [changes("aws_db_instance.orders", "network_type", "IPV4", "DUAL")] },
  "ipv6-only-subnets": {
    adds: [adds("aws_instance.worker"), adds("aws_subnet.app_a"), adds("terraform_data.hooked_step")],
  },
});
