import type { LoadBalancer as Told } from "@aws-sdk/client-elastic-load-balancing-v2";
import type { LoadBalancer } from "../../blueprint/blueprint.generated.ts";
import { type ArgumentsOf, fieldsOf } from "./field.ts";
import { attribute, type WithAttributes } from "./with-attributes.ts";

const { text, number, flag, optIn, texts } = fieldsOf<Told & WithAttributes>();

/** What a blueprint says of any load balancer as it is. */
export const loadBalancerArguments = {
  type: text("load_balancer_type", "Type", "application"),
  deletionProtection: optIn("enable_deletion_protection", attribute("deletion_protection.enabled")),
} satisfies ArgumentsOf<LoadBalancer>;

/** What a blueprint says of an application load balancer alone; null: not told. */
export const applicationBalancerArguments = {
  /** Seconds. */
  idleTimeout: number("idle_timeout", attribute("idle_timeout.timeout_seconds"), null),
} satisfies ArgumentsOf<LoadBalancer>;

/** What a blueprint says of a network load balancer alone; null: not told. */
export const networkBalancerArguments = {
  crossZone: flag("enable_cross_zone_load_balancing", attribute("load_balancing.cross_zone.enabled"), null),
} satisfies ArgumentsOf<LoadBalancer>;

/** What import reads of a load balancer beside its listeners. */
export const loadBalancerFields = {
  ...loadBalancerArguments,
  ...applicationBalancerArguments,
  ...networkBalancerArguments,
  name: text("name", "LoadBalancerName", null),
  isInternal: flag("internal", ({ Scheme }) => Scheme === "internal", false),
  ipAddressType: text("ip_address_type", "IpAddressType", "ipv4"),
  subnetIds: texts(
    "subnets",
    ({ AvailabilityZones }) => AvailabilityZones?.map(({ SubnetId }) => SubnetId),
    [],
  ),
  securityGroupIds: texts("security_groups", "SecurityGroups", []),
};
