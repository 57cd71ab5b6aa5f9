import type { InstanceMetadataOptionsResponse, Instance as Told } from "@aws-sdk/client-ec2";
import type { Instance, MetadataOptions } from "../../blueprint/blueprint.generated.ts";
import { type ArgumentsOf, fieldsOf, said, unless } from "./field.ts";

const { text, optIn, optOut, texts } = fieldsOf<Told>();

/** What a blueprint says of an instance as it is. */
export const instanceArguments = {
  sourceDestCheck: optOut("source_dest_check", "SourceDestCheck"),
  detailedMonitoring: optIn("monitoring", ({ Monitoring }) => Monitoring?.State === "enabled"),
} satisfies ArgumentsOf<Instance>;

/** What import reads of an instance, with its first network interface. */
export const instanceFields = {
  ...instanceArguments,
  subnetId: text("subnet_id", "SubnetId", ""),
  instanceType: text("instance_type", "InstanceType", ""),
  ami: text("ami", "ImageId", ""),
  securityGroupIds: texts(
    "vpc_security_group_ids",
    ({ SecurityGroups }) => SecurityGroups?.map(({ GroupId }) => GroupId),
    [],
  ),
  ipv6Addresses: texts(
    "ipv6_addresses",
    (told) => primaryInterface(told)?.Ipv6Addresses?.map((one) => one.Ipv6Address),
    [],
  ),
  /** The first IPv4 address of the first network interface; null: it has none, or nobody knows. */
  privateAddress: text("private_ip", "PrivateIpAddress", null),
  keyName: text("key_name", "KeyName", null),
  instanceProfile: text("iam_instance_profile", ({ IamInstanceProfile }) => IamInstanceProfile?.Arn, null),
};

/** The network interface that comes first. */
export function primaryInterface({ NetworkInterfaces: interfaces = [] }: Told) {
  return interfaces.find(({ Attachment }) => Attachment?.DeviceIndex === 0) ?? interfaces[0];
}

const { text: option, number, enabled } = fieldsOf<InstanceMetadataOptionsResponse>();

/** What a blueprint says of an instance's metadata service. */
export const metadataArguments = {
  httpTokens: said(option("http_tokens", "HttpTokens", "optional"), (tokens) =>
    tokens === "required" ? undefined : "optional",
  ),
  httpPutResponseHopLimit: unless(2, number("http_put_response_hop_limit", "HttpPutResponseHopLimit", 1)),
  instanceMetadataTags: unless(false, enabled("instance_metadata_tags", "InstanceMetadataTags", false)),
} satisfies ArgumentsOf<MetadataOptions>;

/** What import reads of an instance's metadata service. */
export const metadataFields = {
  ...metadataArguments,
  httpProtocolIpv6: enabled("http_protocol_ipv6", "HttpProtocolIpv6", false),
  isEnabled: enabled("http_endpoint", "HttpEndpoint", true),
};
