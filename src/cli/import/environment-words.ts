import type { Profile } from "./read-profile.ts";

/** The variables of a process. */
export type ImportEnvironment = Readonly<Record<string, string | undefined>>;

/** What is wrong with credentials, and what to do. */
interface CredentialsWords {
  readonly message: string;
  readonly hint: string;
}

/** How to find out. */
export const ASK = "see what `aws sts get-caller-identity` says";

/** None were found: where they were looked for. */
export function missingCredentials({ name, isWritten, command, isSingleSignOn }: Profile): CredentialsWords {
  const none = (why: string, hint: string) => ({ message: `no AWS credentials: ${why}`, hint });
  if (command !== null)
    return none(
      `the credential_process of profile ${name} gave none: ${command}`,
      "run it by itself: it has to write JSON with AccessKeyId and SecretAccessKey",
    );
  if (isSingleSignOn)
    return none(`the single sign-on of profile ${name} has ended`, `aws sso login --profile ${name}`);
  if (isWritten) return none(`profile ${name} gives none`, ASK);
  if (name !== "default")
    return none(`there is no profile ${name} (AWS_PROFILE)`, "is it in ~/.aws/config or ~/.aws/credentials?");
  return none(
    "neither the environment nor the default profile nor the machine's role has any",
    `${ASK}; AWS_PROFILE chooses a profile`,
  );
}

/** What is wrong with a variable that leads requests elsewhere; null: nothing. */
export function endpointMistake(env: ImportEnvironment): string | null {
  const found = endpointOf(env);
  if (found === undefined) return null;
  const [name, url = ""] = found;
  return URL.canParse(url) && /^https?:/.test(url)
    ? null
    : `${name} is no address of a server, such as http://localhost:5000: ${JSON.stringify(url)}`;
}

/** AWS does not take them: whose they are. */
export function whoseCredentials(env: ImportEnvironment, { name }: Profile): string {
  const hasKeys = (env["AWS_ACCESS_KEY_ID"] ?? "") !== "";
  const whose = hasKeys ? "of the keys in AWS_ACCESS_KEY_ID" : `of profile ${name}, or of the machine's role`;
  return `they are those ${whose}; ${ASK}`;
}

/** Names the variable that leads requests elsewhere than to AWS; null: there is none. */
export function endpointWords(env: ImportEnvironment): string | null {
  const found = endpointOf(env);
  return found === undefined ? null : `${found[0]} leads the requests to ${found[1]}: is that meant?`;
}

function endpointOf(env: ImportEnvironment): readonly [string, string | undefined] | undefined {
  const isSet = ([name, value = ""]: readonly [string, string | undefined]) =>
    /^AWS_ENDPOINT_URL(?:_[A-Z0-9_]+)?$/.test(name) && value !== "";
  const [found] = Object.entries(env)
    .filter(isSet)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return found;
}
