import type { LaunchTemplateInstanceMetadataOptions, LaunchTemplateVersion } from "@aws-sdk/client-ec2";
import type { LaunchTemplate, MetadataOptions } from "../../blueprint/blueprint.generated.ts";
import { type ArgumentsOf, fieldsOf, said } from "./field.ts";
import { metadataArguments, metadataFields } from "./instance.ts";

const { text, number } = fieldsOf<LaunchTemplateVersion>();

/** What a blueprint says of a launch template as it is, beside its blocks. */
export const launchTemplateArguments = {
  instanceType: text("instance_type", (told) => told.LaunchTemplateData?.InstanceType, ""),
} satisfies ArgumentsOf<LaunchTemplate>;

/** What import reads of the newest version of a launch template, beside its blocks. */
export const launchTemplateFields = {
  ...launchTemplateArguments,
  name: text("name", "LaunchTemplateName", null),
  version: number("latest_version", "VersionNumber", null),
  /** The id of an image, or `resolve:ssm:` and the name of a parameter. */
  image: text("image_id", (told) => told.LaunchTemplateData?.ImageId, ""),
  keyName: text("key_name", (told) => told.LaunchTemplateData?.KeyName, null),
};

const { number: amount, enabled } = fieldsOf<LaunchTemplateInstanceMetadataOptions>();

/** What a blueprint says of a launch template's metadata service. */
export const templateMetadataArguments = {
  ...metadataArguments,
  /** 0, as a state has it, or null: the template leaves it to AWS. */
  httpPutResponseHopLimit: said(
    amount("http_put_response_hop_limit", "HttpPutResponseHopLimit", null),
    (limit) => (limit === 0 || limit === 2 ? undefined : (limit ?? undefined)),
  ),
} satisfies ArgumentsOf<MetadataOptions>;

/** What import reads of a launch template's metadata service. */
export const templateMetadataFields = {
  ...metadataFields,
  ...templateMetadataArguments,
  /** Null: the template leaves it to AWS. */
  httpProtocolIpv6: enabled("http_protocol_ipv6", "HttpProtocolIpv6", null),
};
