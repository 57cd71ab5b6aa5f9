import { parseJson } from "./json.ts";
import type { Env } from "./run.ts";

/** A call of the AWS API: boto3's names of service and operation, such as `["ec2", "describe_subnets", {}]`. */
export type Call = readonly [
  service: string,
  operation: string,
  parameters: Readonly<Record<string, unknown>>,
];

/** Where calls go: the environment of an emulator's account, a region. */
export interface AwsSite {
  readonly env: Env;
  readonly region: string;
}

/**
 * Asks the AWS API, by boto3 in the emulator's process. Answers in the order of the calls, whole lists without pages;
 * throws the error of the first that fails.
 */
export async function aws({ env, region }: AwsSite, calls: readonly Call[]): Promise<readonly unknown[]> {
  const question = { account: env["AWS_ACCESS_KEY_ID"], region, calls };
  const answer = await fetch(`${env["AWS_ENDPOINT_URL"]}/hextet/questions`, {
    method: "POST",
    body: JSON.stringify(question),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${calls.map((call) => call.slice(0, 2).join(" ")).join(", ")}: ${text}`);
  const answers = parseJson(text, "the answer of the AWS API");
  if (!Array.isArray(answers)) throw new Error(`no list of answers: ${text.slice(0, 500)}`);
  return answers;
}

/** Asks the AWS API one thing. */
export async function awsOne(site: AwsSite, ...call: Call): Promise<unknown> {
  return (await aws(site, [call]))[0];
}
