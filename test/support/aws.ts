import { fileURLToPath } from "node:url";
import { parseJson } from "./json.ts";
import { type Env, run } from "./run.ts";

const CALL = fileURLToPath(new URL("./emulator/call.py", import.meta.url));

/** A call of the AWS API: boto3's names of service and operation, such as `["ec2", "describe_subnets", {}]`. */
export type Call = readonly [
  service: string,
  operation: string,
  parameters: Readonly<Record<string, unknown>>,
];

/** Where calls go: a Python with boto3, the environment of an emulator's account, a region. */
export interface AwsSite {
  readonly python: string;
  readonly env: Env;
  readonly region: string;
}

/** Asks the AWS API; one process for all calls. Answers in the order of the calls, whole lists without pages. */
export async function aws(site: AwsSite, calls: readonly Call[]): Promise<readonly unknown[]> {
  const env = { ...site.env, AWS_DEFAULT_REGION: site.region, AWS_REGION: site.region };
  const { stdout } = await run(site.python, [CALL], { env, input: JSON.stringify(calls), timeout: 240_000 });
  const answers = parseJson(stdout, "the answer of the AWS API");
  if (!Array.isArray(answers)) throw new Error(`no list of answers: ${stdout.slice(0, 500)}`);
  return answers;
}

/** Asks the AWS API one thing. */
export async function awsOne(site: AwsSite, ...call: Call): Promise<unknown> {
  return (await aws(site, [call]))[0];
}
