import type { AwsRefusal } from "../../importer/aws/ask.ts";
import { type Finding, findingAboutFile } from "../../reports/findings/finding.ts";
import { NotAwsError } from "./aws-clients.ts";

const DENIED = /^(?:AccessDenied|AccessDeniedException|UnauthorizedOperation|Client\.UnauthorizedOperation)$/;
const NO_CREDENTIALS =
  /^(?:CredentialsProviderError|ExpiredToken|ExpiredTokenException|RequestExpired|InvalidClientTokenId|AuthFailure|UnrecognizedClientException|TokenProviderError)$/;
const NOT_FOUND = /^InvalidVpcI[Dd]\.(?:NotFound|Malformed)$/;

/** What a refusal of AWS means for who runs the import. */
export function explainRefusal(refusal: AwsRefusal, vpcId: string, region: string): Finding {
  const { action, message, cause } = refusal;
  const name = cause instanceof Error ? cause.name : "";
  const line = message.replace(/\s+/g, " ");
  if (NOT_FOUND.test(name)) return vpcNotFound(vpcId, region);
  if (DENIED.test(name)) {
    const hint = `let who imports do ${action}`;
    return findingAboutFile(vpcId, "import/access-denied", `AWS refuses ${action}: ${line}`, hint);
  }
  if (NO_CREDENTIALS.test(name)) {
    const hint = "see what `aws sts get-caller-identity` says; AWS_PROFILE chooses a profile";
    return findingAboutFile(
      vpcId,
      "import/no-credentials",
      `no valid AWS credentials (${name}): ${line}`,
      hint,
    );
  }
  if (cause instanceof NotAwsError) {
    const hint = "does AWS_ENDPOINT_URL, or a proxy, lead the requests elsewhere? nothing was written";
    return findingAboutFile(vpcId, "import/aws-failed", `${action} failed: ${line}`, hint);
  }
  const hint = `is ${region} a region, and can AWS be reached from here?`;
  return findingAboutFile(vpcId, "import/aws-failed", `${action} failed (${name}): ${line}`, hint);
}

/** There is no such VPC where it was looked for. */
export function vpcNotFound(vpcId: string, region: string): Finding {
  const hint = "is it in another region or account? aws ec2 describe-vpcs shows those of this one";
  return findingAboutFile(vpcId, "import/vpc-not-found", `there is no VPC ${vpcId} in ${region}`, hint);
}
