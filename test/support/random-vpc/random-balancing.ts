import type { Draw } from "./drawing.ts";
import type { RandomSubnet } from "./random-network.ts";
import type { StateInMaking } from "./state-of.ts";

const ARN = "arn:aws:elasticloadbalancing:eu-west-1:123456789012";
const GROUP = `${ARN}:targetgroup/drawn/0a`;
const DNS_NAME = "drawn-1.eu-west-1.elb.amazonaws.com";

/** Draws a load balancer with its target group, rules of its listener, and a record that leads to it. */
export function drawBalancer(
  draw: Draw,
  state: StateInMaking,
  vpcId: string,
  subnets: readonly RandomSubnet[],
  groups: readonly string[],
  hasInternetGateway: boolean,
): void {
  const group = state.add("aws_lb_target_group", "tg", {
    id: GROUP,
    vpc_id: vpcId,
    name: "drawn",
    target_type: "instance",
    protocol: "HTTP",
    port: 80,
  });
  const balancer = state.add("aws_lb", "lb", {
    id: `${ARN}:loadbalancer/app/drawn/0a`,
    vpc_id: vpcId,
    name: "drawn",
    dns_name: DNS_NAME,
    load_balancer_type: "application",
    internal: !hasInternetGateway || draw.chance(50),
    subnets: subnets.map(({ id }) => id),
    security_groups: groups,
  });
  if (draw.chance(40)) drawAlias(state);
  if (!draw.chance(80)) return;
  const listener = state.add("aws_lb_listener", "listener", {
    id: `${ARN}:listener/app/drawn/0a/0b`,
    load_balancer_arn: balancer,
    port: 80,
    protocol: "HTTP",
    default_action: [draw.chance(80) ? { type: "forward", target_group_arn: group } : LOGIN],
  });
  for (const priority of draw.some([1, 2, 50000])) drawRule(draw, state, listener, priority);
}

const LOGIN = { type: "authenticate-oidc", authenticate_oidc: [{ client_id: "drawn" }] };

function drawAlias(state: StateInMaking): void {
  state.add("aws_route53_record", "alias", {
    zone_id: "Z0000000000000000000A",
    name: "www.example.com",
    type: "A",
    alias: [{ name: `dualstack.${DNS_NAME}`, zone_id: "Z32O12XQLNTSW2" }],
  });
}

function drawRule(draw: Draw, state: StateInMaking, listener: string, priority: number): void {
  const forward = { type: "forward", target_group_arn: GROUP };
  state.add("aws_lb_listener_rule", "rule", {
    id: `${ARN}:listener-rule/app/drawn/0a/0b/${priority}`,
    listener_arn: listener,
    priority,
    action: draw.oneOf(
      [forward],
      [LOGIN, forward],
      [{ type: "fixed-response", fixed_response: [{ status_code: "404" }] }],
    ),
    condition: draw.oneOf(
      [{ path_pattern: [{ values: ["/a", "/b*"] }] }],
      [{ host_header: [{ values: ["*.example.com"] }], source_ip: [] }],
      [{ host_header: [{ regex_values: ["^a"], values: [] }] }],
      [{ query_string: [{ key: "", value: "a" }] }],
      [{ source_ip: [{ values: ["10.0.0.0/8"] }] }],
      [],
    ),
  });
}

/** Draws an auto scaling group with its launch template, and what is theirs. */
export function drawFleet(
  draw: Draw,
  state: StateInMaking,
  subnets: readonly RandomSubnet[],
  groups: readonly string[],
): void {
  const template = state.add("aws_launch_template", "lt", {
    name: draw.oneOf("drawn", "drawn-20240101000000000000000001"),
    latest_version: 2,
    instance_type: draw.oneOf("t3.micro", "m1.small", ""),
    image_id: draw.oneOf("ami-0000000000000000a", "resolve:ssm:/aws/ami"),
    vpc_security_group_ids: groups,
    metadata_options: draw.oneOf([], [{ http_tokens: "required", http_protocol_ipv6: "disabled" }]),
  });
  const name = state.add("aws_autoscaling_group", "asg", {
    id: "drawn-fleet",
    name: "drawn-fleet",
    vpc_zone_identifier: draw.oneOf(subnets, subnets.slice(0, 1)).map(({ id }) => id),
    min_size: 1,
    max_size: 3,
    launch_template: [{ id: template, version: draw.oneOf("2", "2", "$Latest") }],
    mixed_instances_policy: draw.oneOf([], [], [{}]),
    target_group_arns: draw.oneOf([], [], [GROUP]),
  });
  if (draw.chance(30))
    state.add("aws_autoscaling_policy", "policy", { id: "drawn-cpu", autoscaling_group_name: name });
}
