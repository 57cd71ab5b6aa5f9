import { CannotModel } from "../stack/cannot-model.ts";
import { literalAt, ofType, type TerraformStack } from "../stack/terraform-stack.ts";
import type { Cloud, NotModelled } from "./cloud.ts";

/** Filters that something names and that are not there would silently let everything pass, or nothing: they stop it. */
export function checkFilters({ interfaces, securityGroups, subnets, networkAcls }: Cloud): void {
  const groups = new Set(securityGroups.map(({ name }) => name));
  for (const { address, securityGroups: own } of interfaces)
    for (const group of own ?? [])
      if (!groups.has(group)) throw new CannotModel(address, `the rules of ${group} are not in the stack`);
  const acls = new Set(networkAcls.map(({ name }) => name));
  for (const { name, networkAcl } of subnets)
    if (networkAcl !== null && !acls.has(networkAcl))
      throw new CannotModel(name, `the entries of ${networkAcl} are not in the stack`);
}

/** What packets of AWS would meet, or do, that those of the laboratory do not. */
export function leftOut(stack: TerraformStack, cloud: Cloud): readonly NotModelled[] {
  return [
    ...foreignGroups(stack, cloud),
    ...clientAddresses(stack),
    ...pods(stack),
    ...taskAddresses(stack, cloud),
  ];
}

/** A group that exists elsewhere has rules of its own, and members. */
function foreignGroups(stack: TerraformStack, { securityGroups }: Cloud): readonly NotModelled[] {
  const made = new Set(ofType(stack, "aws_security_group").map(({ address }) => address));
  const isForeign = (name: string) => !made.has(name) && !name.includes("#");
  const own = securityGroups.map(({ name }) => name).filter(isForeign);
  const peers = securityGroups
    .flatMap(({ ingress, egress }) => [...ingress, ...egress])
    .flatMap(({ peer }) => (peer.kind === "group" && isForeign(peer.name) ? [peer.name] : []));
  return [
    ...own.map((address) => ({ address, why: "its rules that are not in the stack" })),
    ...[...new Set(peers)].map((address) => ({ address, why: "its members that are not in the stack" })),
  ];
}

function clientAddresses(stack: TerraformStack): readonly NotModelled[] {
  const network = ofType(stack, "aws_lb").filter((one) => literalAt(one, "load_balancer_type") === "network");
  const why = "targets see its nodes' addresses, also where AWS keeps the client's";
  return network.map(({ address }) => ({ address, why }));
}

function pods(stack: TerraformStack): readonly NotModelled[] {
  const why = "pods on its nodes have no addresses of their own, and services none at all";
  return ofType(stack, "aws_eks_cluster").map(({ address }) => ({ address, why }));
}

/** In a dual-stack subnet a task gets an IPv6 address only by a setting of the account. */
function taskAddresses(stack: TerraformStack, { interfaces }: Cloud): readonly NotModelled[] {
  if (ofType(stack, "aws_ecs_account_setting_default").length > 0) return [];
  const dual = interfaces.filter(
    ({ address, ipv4, ipv6 }) => address.startsWith("aws_ecs_service.") && ipv4 !== null && ipv6 !== null,
  );
  const why = "the account setting dualStackIPv6 is not among the resources: taken as enabled";
  return [...new Set(dual.map(({ address }) => address))].map((address) => ({ address, why }));
}
