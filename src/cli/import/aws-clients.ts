import { AutoScalingClient } from "@aws-sdk/client-auto-scaling";
import { EC2Client } from "@aws-sdk/client-ec2";
import { ElasticLoadBalancingV2Client } from "@aws-sdk/client-elastic-load-balancing-v2";
import { ElastiCacheClient } from "@aws-sdk/client-elasticache";
import { RDSClient } from "@aws-sdk/client-rds";
import { RedshiftClient } from "@aws-sdk/client-redshift";
import { Route53Client } from "@aws-sdk/client-route-53";

/** What import asks AWS by. */
export interface AwsClients {
  readonly ec2: EC2Client;
  readonly scaling: AutoScalingClient;
  readonly balancing: ElasticLoadBalancingV2Client;
  readonly rds: RDSClient;
  readonly elastiCache: ElastiCacheClient;
  readonly redshift: RedshiftClient;
  readonly route53: Route53Client;
}

/** Milliseconds that one attempt may take; what does not answer is asked three times. */
export const ANSWER_WITHIN = 15_000;

/** Milliseconds after which somebody who waits is told for what. */
export const WAIT_WORDS_AFTER = 5_000;

/** How long to wait, and who is told. */
export interface Patience {
  /** Milliseconds that one attempt may take. */
  readonly answerWithin: number;
  /** Milliseconds after which it is said, each time, what is waited for. */
  readonly wordsAfter: number;
  readonly say: (text: string) => void;
}

/** The VPC that is read. */
export interface VpcInRegion {
  readonly vpcId: string;
  readonly region: string;
}

/** Clients for a region, which give up on what does not answer, and take no answer that is not AWS's own. */
export function awsClients(region: string, patience: Patience): AwsClients {
  const { answerWithin } = patience;
  const requestHandler = {
    connectionTimeout: answerWithin,
    requestTimeout: answerWithin,
    throwOnRequestTimeout: true,
  };
  const settings = { region, requestHandler };
  const clients = {
    ec2: new EC2Client(settings),
    scaling: new AutoScalingClient(settings),
    balancing: new ElasticLoadBalancingV2Client(settings),
    rds: new RDSClient(settings),
    elastiCache: new ElastiCacheClient(settings),
    redshift: new RedshiftClient(settings),
    route53: new Route53Client(settings),
  };
  watch(clients, patience);
  return clients;
}

/** One by one, for no two clients have middleware of one type. */
function watch(clients: AwsClients, patience: Patience): void {
  clients.ec2.middlewareStack.add(requireAws, NEAREST_TO_THE_WIRE);
  clients.scaling.middlewareStack.add(requireAws, NEAREST_TO_THE_WIRE);
  clients.balancing.middlewareStack.add(requireAws, NEAREST_TO_THE_WIRE);
  clients.rds.middlewareStack.add(requireAws, NEAREST_TO_THE_WIRE);
  clients.elastiCache.middlewareStack.add(requireAws, NEAREST_TO_THE_WIRE);
  clients.redshift.middlewareStack.add(requireAws, NEAREST_TO_THE_WIRE);
  clients.route53.middlewareStack.add(requireAws, NEAREST_TO_THE_WIRE);
  clients.ec2.middlewareStack.add(sayWaiting(patience), FIRST_OF_ALL);
  clients.scaling.middlewareStack.add(sayWaiting(patience), FIRST_OF_ALL);
  clients.balancing.middlewareStack.add(sayWaiting(patience), FIRST_OF_ALL);
  clients.rds.middlewareStack.add(sayWaiting(patience), FIRST_OF_ALL);
  clients.elastiCache.middlewareStack.add(sayWaiting(patience), FIRST_OF_ALL);
  clients.redshift.middlewareStack.add(sayWaiting(patience), FIRST_OF_ALL);
  clients.route53.middlewareStack.add(sayWaiting(patience), FIRST_OF_ALL);
}

const NEAREST_TO_THE_WIRE = { step: "deserialize", priority: "low", name: "requireAws" } as const;

const FIRST_OF_ALL = { step: "initialize", name: "sayWaiting" } as const;

/** Something else than AWS has answered, such as a proxy with a page of its own, or AWS not to the end. */
export class NotAwsError extends Error {
  override readonly name = "NotAwsError";
  /** The SDK asks again where an error has this. */
  readonly $retryable?: { readonly throttling: false };

  constructor(message: string, mayPass: boolean) {
    super(message);
    if (mayPass) this.$retryable = { throttling: false };
  }
}

/** The part of an HTTP response that is looked at. */
interface RawResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  body: unknown;
}

type Handler<Arguments, Answer> = (args: Arguments) => Promise<Answer>;

/** Without this the SDK reads a page of HTML as an answer in which nothing stands, or as an error of which it says "Unknown". */
function requireAws<Arguments, Answer extends { response: unknown }>(
  next: Handler<Arguments, Answer>,
  { commandName = "" }: { readonly commandName?: string },
): Handler<Arguments, Answer> {
  return async (args) => {
    const answer = await next(args);
    const { response } = answer;
    if (!isRaw(response)) return answer;
    const body = await bytesOf(response.body);
    response.body = body;
    const element = commandName.replace(/Command$/, "Response");
    if (response.statusCode >= 300 ? body.includes("<Code>") : body.includes(`</${element}>`)) return answer;
    if (body.includes(`<${element}`)) throw new NotAwsError("the answer of AWS ended before its end", true);
    const type = response.headers["content-type"]?.split(";", 1)[0] ?? "of no type";
    const status = response.statusCode === 200 ? "" : `${response.statusCode}, `;
    throw new NotAwsError(
      `what answered is not AWS (${status}${type}): a proxy?`,
      response.statusCode >= 500,
    );
  };
}

/** Says what is waited for, again and again, until there is an answer. */
function sayWaiting({ wordsAfter, say }: Patience) {
  return <Arguments, Answer>(
    next: Handler<Arguments, Answer>,
    { commandName = "" }: { readonly commandName?: string },
  ): Handler<Arguments, Answer> =>
    async (args) => {
      let seconds = 0;
      const timer = setInterval(() => {
        seconds += wordsAfter / 1000;
        say(`still waiting for ${commandName.replace(/Command$/, "")} (${Math.floor(seconds)} s)\n`);
      }, wordsAfter);
      return next(args).finally(() => clearInterval(timer));
    };
}

function isRaw(response: unknown): response is RawResponse {
  return typeof response === "object" && response !== null && "body" in response && "headers" in response;
}

async function bytesOf(body: unknown): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
