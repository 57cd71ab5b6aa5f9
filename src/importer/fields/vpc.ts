import type { Vpc as Told } from "@aws-sdk/client-ec2";
import type { Vpc } from "../../blueprint/blueprint.generated.ts";
import { type ArgumentsOf, fieldsOf, said, unless } from "./field.ts";

/** What AWS tells of a VPC, with what must be asked one by one. */
export interface ToldVpc extends Told {
  readonly enableDnsSupport: boolean | undefined;
  readonly enableDnsHostnames: boolean | undefined;
}

const { text, flag, optOut } = fieldsOf<ToldVpc>();

/** What a blueprint says of a VPC beside its blocks. */
export const vpcArguments = {
  enableDnsSupport: optOut("enable_dns_support", "enableDnsSupport"),
  enableDnsHostnames: unless(true, flag("enable_dns_hostnames", "enableDnsHostnames", false)),
  instanceTenancy: said(text("instance_tenancy", "InstanceTenancy", "default"), (tenancy) =>
    tenancy === "dedicated" ? tenancy : undefined,
  ),
} satisfies ArgumentsOf<Vpc>;

/** What import reads of a VPC beside its blocks. */
export const vpcFields = {
  ...vpcArguments,
  /** Null: the region's default, or nobody knows. */
  dhcpOptionsId: text("dhcp_options_id", "DhcpOptionsId", null),
};
