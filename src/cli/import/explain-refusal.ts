import { type AwsRefusal, isDenied } from "../../importer/aws/ask.ts";
import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import { NotAwsError } from "./aws-clients.ts";
import {
  ASK,
  endpointMistake,
  endpointWords,
  type ImportEnvironment,
  missingCredentials,
  whoseCredentials,
} from "./environment-words.ts";
import { readProfile } from "./read-profile.ts";

const NO_CREDENTIALS =
  /^(?:CredentialsProviderError|ExpiredToken|ExpiredTokenException|RequestExpired|InvalidClientTokenId|AuthFailure|UnrecognizedClientException|TokenProviderError)$/;
/** The SDK found none, and speaks in its own words. */
const NONE_FOUND = /^(?:CredentialsProviderError|TokenProviderError)$/;
const NOT_FOUND = /^InvalidVpcI[Dd]\.(?:NotFound|Malformed)$/;
const THROTTLED =
  /^(?:Throttling|ThrottlingException|ThrottledException|RequestLimitExceeded|RequestThrottled|RequestThrottledException|TooManyRequestsException|SlowDown)$/;

/** What does not come from AWS, by the code of the machine or the name of the SDK, in words. */
const ON_THE_WAY: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nobody answers there",
  ECONNRESET: "the connection was cut",
  EHOSTUNREACH: "there is no way to the host",
  ENETUNREACH: "there is no way to the network",
  ENOTFOUND: "DNS does not know the host",
  EAI_AGAIN: "DNS does not answer",
  EPIPE: "the connection was cut",
  ETIMEDOUT: "nobody answered in time, each time it was asked",
  TimeoutError: "nobody answered in time, each time it was asked",
  CERT_HAS_EXPIRED: "the certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "nobody that is trusted has signed the certificate (NODE_EXTRA_CA_CERTS)",
  ERR_TLS_CERT_ALTNAME_INVALID: "the certificate is for another host",
  SELF_SIGNED_CERT_IN_CHAIN: "nobody that is trusted has signed the certificate (NODE_EXTRA_CA_CERTS)",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "nobody that is trusted has signed the certificate (NODE_EXTRA_CA_CERTS)",
};

/** Where an import asked. */
export interface AskedPlace {
  readonly vpcId: string;
  readonly region: string;
  readonly env: ImportEnvironment;
}

/** What a refusal of AWS means for who runs the import. `refused`: all rights that are missing, where it is rights. */
export function explainRefusal(
  refusal: AwsRefusal,
  { vpcId, region, env }: AskedPlace,
  refused: readonly string[],
): Finding {
  const { action, message, cause } = refusal;
  const name = cause instanceof Error ? cause.name : "";
  const line = message.replace(/\s+/g, " ").trim();
  if (NOT_FOUND.test(name)) return vpcNotFound(vpcId, region);
  if (isDenied(cause)) return denied(vpcId, [...new Set([action, ...refused])].sort(), line);
  if (NO_CREDENTIALS.test(name)) {
    const profile = readProfile(env);
    if (NONE_FOUND.test(name)) {
      const missing = missingCredentials(profile);
      return findingAbout(vpcId, "import/no-credentials", missing.message, missing.hint);
    }
    const words = `no valid AWS credentials (${name}): ${line}`;
    return findingAbout(vpcId, "import/no-credentials", words, whoseCredentials(env, profile));
  }
  if (THROTTLED.test(name)) {
    const hint =
      "wait a minute and run it again; who else asks in this account and region uses up the same limit";
    const words = `AWS throttles ${action}: too many requests (${name})`;
    return findingAbout(vpcId, "import/throttled", words, hint);
  }
  const file = unreadableFile(cause);
  if (file !== null) {
    const words = `no AWS credentials: profile ${readProfile(env).name} names the file ${file}, which cannot be read`;
    return findingAbout(vpcId, "import/no-credentials", words, `is it there? ${ASK}`);
  }
  const wrong = endpointMistake(env);
  if (wrong !== null) return findingAbout(vpcId, "import/aws-failed", wrong, "nothing was asked");
  const place = endpointWords(env) ?? `is ${region} a region, and can AWS be reached from here?`;
  if (cause instanceof NotAwsError) {
    const hint = `${endpointWords(env) ?? "does a proxy lead the requests elsewhere?"} nothing was written`;
    return findingAbout(vpcId, "import/aws-failed", `${action} failed: ${line}`, hint);
  }
  return findingAbout(vpcId, "import/aws-failed", `${action} failed: ${failureWords(cause, line)}`, place);
}

function denied(vpcId: string, actions: readonly string[], line: string): Finding {
  const hint = "import only reads; the policy to ask for stands below";
  return findingAbout(
    vpcId,
    "import/access-denied",
    `AWS refuses ${actions.length === 1 ? actions[0] : `${actions.length} rights (${actions.join(", ")})`}: ${line}`,
    hint,
  );
}

/** AWS's own words, or ours of what happened on the way to it. */
function failureWords(cause: unknown, line: string): string {
  const name = cause instanceof Error ? cause.name : "";
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : name;
  // The SDK calls a connection that was cut a TimeoutError too.
  const words = ON_THE_WAY[code] ?? ON_THE_WAY[name];
  if (words === undefined) return `${line} (${name})`;
  const host = hostOf(cause);
  return `${host === null ? "" : `${host}: `}${words} (${code === "ETIMEDOUT" ? name : code})`;
}

/** A file that a profile, or the environment, says credentials stand in; null: it is not that. */
function unreadableFile(cause: unknown): string | null {
  const isOfFile =
    cause instanceof Error && "syscall" in cause && cause.syscall === "open" && "path" in cause;
  return isOfFile ? String(cause.path) : null;
}

function hostOf(cause: unknown): string | null {
  if (!(cause instanceof Error)) return null;
  if ("hostname" in cause) return String(cause.hostname);
  return "address" in cause && "port" in cause ? `${cause.address}:${cause.port}` : null;
}

/** There is no such VPC where it was looked for. */
export function vpcNotFound(vpcId: string, region: string): Finding {
  const hint = "is it in another region or account? aws ec2 describe-vpcs shows those of this one";
  return findingAbout(vpcId, "import/vpc-not-found", `there is no VPC ${vpcId} in ${region}`, hint);
}
