import { isRecord } from "../../base/untrusted-json.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** Providers of values that are never an id of AWS, or only one that was given to them. */
const PLAIN_PROVIDERS = [
  "random_",
  "null_",
  "terraform_",
  "time_",
  "tls_",
  "local_",
  "archive_",
  "cloudinit_",
];

/** Types of AWS whose attributes may hold an id of anything that the configuration does not show. */
const HOLDERS: ReadonlySet<string> = new Set([
  "aws_cloudcontrolapi_resource",
  "aws_cloudformation_stack",
  "aws_cloudformation_stack_instances",
  "aws_lambda_invocation",
  "aws_servicecatalog_provisioned_product",
]);

/** Data sources that have no id of a network. */
const PLAIN_DATA =
  /^(aws_(ami|ami_ids|arn|availability_zones?|caller_identity|canonical_user_id|default_tags|ec2_instance_types?|elb_.*|iam_.*|ip_ranges|kms_.*|partition|regions?|service|service_principal)|archive_file|cloudinit_config|local_file|tls_certificate)$/;

/** True when a resource may have, after apply, the id of something in AWS that the document does not hold. */
export function isOpaque({ type, mode, unknown }: TerraformResource): boolean {
  if (!hasUnknown(unknown)) return false;
  if (mode === "data") return !PLAIN_DATA.test(type);
  if (HOLDERS.has(type)) return true;
  return !type.startsWith("aws_") && !PLAIN_PROVIDERS.some((prefix) => type.startsWith(prefix));
}

function hasUnknown(unknown: unknown): boolean {
  if (unknown === true) return true;
  const inner: readonly unknown[] = Array.isArray(unknown) ? unknown : [];
  return inner.some(hasUnknown) || (isRecord(unknown) && Object.values(unknown).some(hasUnknown));
}
