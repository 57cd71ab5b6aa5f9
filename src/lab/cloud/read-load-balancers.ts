import { parseAddress } from "../../base/prefix.ts";
import { isRecord, listOf } from "../../base/untrusted-json.ts";
import { CannotModel } from "../stack/cannot-model.ts";
import {
  expressionAt,
  literalAt,
  nameAt,
  namesAt,
  neededName,
  numberAt,
  ofType,
  type Resource,
  type TerraformStack,
} from "../stack/terraform-stack.ts";
import type { LoadBalancer, LoadBalancerLeg, NetworkInterface } from "./cloud.ts";

/** The load balancers of a stack: to whom their nodes connect. */
export function readLoadBalancers(
  stack: TerraformStack,
  interfaces: readonly NetworkInterface[],
): readonly LoadBalancer[] {
  return ofType(stack, "aws_lb").map((balancer) => {
    const listeners = ofType(stack, "aws_lb_listener").filter(
      (one) => neededName(one, "load_balancer_arn") === balancer.address,
    );
    const legs = listeners.flatMap((listener) => {
      const port = numberAt(listener, listener.body["port"]);
      if (port === null) throw new CannotModel(listener.address, "it lacks its port");
      return targetGroupsOf(stack, listener).flatMap((group) => legsTo(stack, port, group, interfaces));
    });
    return { name: balancer.address, legs };
  });
}

function targetGroupsOf(stack: TerraformStack, listener: Resource): readonly Resource[] {
  const rules = ofType(stack, "aws_lb_listener_rule").filter(
    (rule) => neededName(rule, "listener_arn") === listener.address,
  );
  const actions = [
    ...listOf(listener.body["default_action"]),
    ...rules.flatMap((rule) => listOf(rule.body["action"])),
  ];
  const names = actions.flatMap((action) =>
    isRecord(action) && action["type"] === "forward"
      ? [action["target_group_arn"], ...sharesOf(action)].flatMap((arn) => nameAt(listener, arn) ?? [])
      : [],
  );
  return [...new Set(names)].map((name) => {
    const group = ofType(stack, "aws_lb_target_group").find(({ address }) => address === name);
    if (group === undefined) throw new CannotModel(listener.address, `${name} is not in the stack`);
    return group;
  });
}

/** The target groups of a weighted forwarding: each gets some of the clients. */
function sharesOf(action: Readonly<Record<string, unknown>>): readonly unknown[] {
  return [action["forward"]]
    .flat()
    .flatMap((forward) => (isRecord(forward) ? [forward["target_group"]].flat() : []))
    .map((group) => (isRecord(group) ? group["arn"] : null));
}

function legsTo(
  stack: TerraformStack,
  listenerPort: number,
  group: Resource,
  interfaces: readonly NetworkInterface[],
): readonly LoadBalancerLeg[] {
  const family = literalAt(group, "ip_address_type") === "ipv6" ? "ipv6" : "ipv4";
  const protocol = literalAt(group, "protocol") === "UDP" ? "udp" : "tcp";
  const own = numberAt(group, group.body["port"]);
  const attached = ofType(stack, "aws_lb_target_group_attachment")
    .filter((one) => neededName(one, "target_group_arn") === group.address)
    .map((one) => ({
      port: numberAt(one, one.body["port"]) ?? own,
      targets: targetNames(one, one.body["target_id"], interfaces),
    }));
  const members = membersOf(stack, group.address).map(({ address, port }) => ({
    port: port ?? own,
    targets: interfaces.filter((one) => one.address === address).map(({ name }) => name),
  }));
  return [...attached, ...members].flatMap(({ port, targets }) => {
    if (port === null) throw new CannotModel(group.address, "it lacks its port");
    return targets.map((target) => ({
      listenerPort,
      targetGroup: group.address,
      target,
      family,
      protocol,
      port,
    }));
  });
}

/** A target is an instance, an address of one, or an address as it is written. */
function targetNames(
  resource: Resource,
  value: unknown,
  interfaces: readonly NetworkInterface[],
): readonly string[] {
  const expression = expressionAt(resource, value);
  if (expression?.kind === "literal" && parseAddress(expression.text) !== null) return [expression.text];
  const address =
    expression?.kind === "element" ? expression.list.address : (nameAt(resource, value) ?? "nothing");
  const found = interfaces.filter((one) => one.address === address).map(({ name }) => name);
  if (found.length === 0) throw new CannotModel(resource.address, `its target ${address} is not known`);
  return found;
}

/** What puts itself into a target group: auto scaling groups and ECS services. */
function membersOf(
  stack: TerraformStack,
  group: string,
): readonly { readonly address: string; readonly port: number | null }[] {
  const scaling = ofType(stack, "aws_autoscaling_group")
    .filter((one) => namesAt(one, "target_group_arns").includes(group))
    .map(({ address }) => ({ address, port: null }));
  const services = ofType(stack, "aws_ecs_service").flatMap((service) =>
    listOf(service.body["load_balancer"]).flatMap((block) =>
      isRecord(block) && nameAt(service, block["target_group_arn"]) === group
        ? [{ address: service.address, port: numberAt(service, block["container_port"]) }]
        : [],
    ),
  );
  return [...scaling, ...services];
}
