import { parseIpv4, parseIpv6 } from "../../base/address.ts";
import { isRecord, listOf } from "../../base/untrusted-json.ts";
import { CannotModel } from "../stack/cannot-model.ts";
import {
  blockAt,
  flagAt,
  literalAt,
  nameAt,
  namesAt,
  neededName,
  numberAt,
  ofType,
  type Resource,
  refuseArguments,
  type TerraformStack,
} from "../stack/terraform-stack.ts";
import { ANYTHING, type Placement } from "./placement.ts";
import { addressAt, type Blocks } from "./prefix-at.ts";

/** The instances of a stack. */
export function placeInstances(stack: TerraformStack, blocks: Blocks): readonly Placement[] {
  return ofType(stack, "aws_instance").map((instance) => {
    refuseArguments(instance, ["network_interface", "launch_template", "security_groups"]);
    const { address, body } = instance;
    const [ipv6, ...more] = listOf(body["ipv6_addresses"]);
    if (more.length > 0) throw new CannotModel(address, "it has several IPv6 addresses");
    return {
      address,
      subnets: [neededName(instance, "subnet_id")],
      securityGroups: orDefault(namesAt(instance, "vpc_security_group_ids")),
      listens: ANYTHING,
      ipv4: addressAt(instance, body["private_ip"], blocks, parseIpv4) ?? true,
      ipv6: addressAt(instance, ipv6, blocks, parseIpv6) ?? wantsIpv6(instance, body["ipv6_address_count"]),
      publicIpv4:
        hasElasticIp(stack, address) ||
        (flagAt(instance, body["associate_public_ip_address"]) ?? "on-launch"),
      sourceDestCheck: flagAt(instance, body["source_dest_check"]) ?? true,
      translates: isTranslator(body),
      denyAllIgwTraffic: false,
    };
  });
}

/** The file that `guest.nat64` of a blueprint writes, in user data as a text, in base64 or before `base64encode`. */
const TRANSLATOR = "/etc/nat64/tayga.conf";

function isTranslator(body: Resource["body"]): boolean {
  const texts = [body["user_data"], body["user_data_base64"]].filter((text) => typeof text === "string");
  return texts.some(
    (text) => text.includes(TRANSLATOR) || Buffer.from(text, "base64").toString("utf8").includes(TRANSLATOR),
  );
}

/** A stand-in for each auto scaling group in each of its subnets. */
export function placeAutoScalingGroups(stack: TerraformStack): readonly Placement[] {
  return ofType(stack, "aws_autoscaling_group").map((group) => {
    refuseArguments(group, ["mixed_instances_policy", "launch_configuration"]);
    const template = blockAt(group, "launch_template");
    return {
      address: group.address,
      subnets: namesAt(group, "vpc_zone_identifier"),
      ...hostOf(stack, templateOf(stack, group, template?.["id"])),
    };
  });
}

/** A stand-in for each node group of a Kubernetes cluster in each of its subnets. */
export function placeNodeGroups(stack: TerraformStack): readonly Placement[] {
  return ofType(stack, "aws_eks_node_group").map((group) => {
    refuseArguments(group, ["remote_access"]);
    const template = blockAt(group, "launch_template");
    const host = hostOf(stack, template === null ? null : templateOf(stack, group, template["id"]));
    const cluster = [`${neededName(group, "cluster_name")}#cluster`];
    const { securityGroups } = host;
    return {
      address: group.address,
      subnets: namesAt(group, "subnet_ids"),
      ...host,
      // With groups in the template EKS adds its own no more.
      securityGroups: securityGroups === "default" ? cluster : securityGroups,
    };
  });
}

function templateOf(stack: TerraformStack, asker: Resource, id: unknown): Resource {
  const name = nameAt(asker, id);
  const template = ofType(stack, "aws_launch_template").find(({ address }) => address === name);
  if (template === undefined) throw new CannotModel(asker.address, "its launch template is not in the stack");
  return template;
}

function hostOf(stack: TerraformStack, template: Resource | null): Omit<Placement, "address" | "subnets"> {
  void stack;
  const common = { listens: ANYTHING, ipv4: true, sourceDestCheck: true, denyAllIgwTraffic: false };
  if (template === null)
    return { ...common, securityGroups: "default", ipv6: "on-creation", publicIpv4: "on-launch" };
  const [first, ...more] = listOf(template.body["network_interfaces"]);
  if (more.length > 0) throw new CannotModel(template.address, "it has several network interfaces");
  const nic = isRecord(first) ? first : {};
  const named = namesAt({ ...template, body: nic }, "security_groups");
  return {
    ...common,
    securityGroups: orDefault([...namesAt(template, "vpc_security_group_ids"), ...named]),
    ipv6: wantsIpv6(template, nic["ipv6_address_count"]),
    publicIpv4: flagAt(template, nic["associate_public_ip_address"]) ?? "on-launch",
  };
}

/** The provider sends no count of 0: then the subnet decides. */
function wantsIpv6(resource: Resource, count: unknown): Placement["ipv6"] {
  return (numberAt(resource, count) ?? 0) > 0 ? true : "on-creation";
}

function orDefault(groups: readonly string[]): Placement["securityGroups"] {
  return groups.length === 0 ? "default" : groups;
}

function hasElasticIp(stack: TerraformStack, instance: string): boolean {
  const holders = [...ofType(stack, "aws_eip"), ...ofType(stack, "aws_eip_association")];
  return holders.some(
    (one) =>
      nameAt(one, one.body["instance"]) === instance || nameAt(one, one.body["instance_id"]) === instance,
  );
}

/** A stand-in for each ECS service with interfaces of its own in each of its subnets. */
export function placeEcsServices(stack: TerraformStack): readonly Placement[] {
  return ofType(stack, "aws_ecs_service").flatMap((service): readonly Placement[] => {
    const network = blockAt(service, "network_configuration");
    // Without: its containers use the interfaces of their hosts.
    if (network === null) return [];
    const block = { ...service, body: network };
    return [
      {
        address: service.address,
        subnets: namesAt(block, "subnets"),
        securityGroups: orDefault(namesAt(block, "security_groups")),
        listens: ANYTHING,
        ipv4: true,
        ipv6: true,
        publicIpv4: flagAt(service, network["assign_public_ip"]) ?? false,
        sourceDestCheck: true,
        denyAllIgwTraffic: false,
      },
    ];
  });
}

/** The network type of a database or a cache, in the words of its service. */
export function isDual(resource: Resource, key: string): boolean {
  return /^(dual|dual_stack|ipv6)$/i.test(literalAt(resource, key) ?? "");
}
