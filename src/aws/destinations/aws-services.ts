import { destinationFacts } from "../facts/destinations.ts";
import { guestFacts } from "../facts/guests.ts";
import { serviceDestination, servicePart } from "./aws-service.ts";
import type { Destination } from "./destination.ts";
import { named } from "./named.ts";

const listed = [destinationFacts.awsPublicIpv6Endpoints];
const NAT64 = "give the hosts NAT64 (nat64: true)";

const AGENT_SETTING = "UseDualStackEndpoint in the agent's configuration, with SSM Agent 3.3.3270.0 or newer";
const agent = {
  setting: AGENT_SETTING,
  sources: [destinationFacts.systemsManagerDualStackNames, guestFacts.ssmAgentDualStack],
};

/** The APIs of AWS that hosts call. */
export const awsServices: readonly Destination[] = [
  {
    id: "ssm",
    what: "AWS Systems Manager, as the SSM Agent calls it",
    protocol: "tcp",
    port: 443,
    place: "internet",
    parts: [
      servicePart({
        ...agent,
        id: "ssm",
        what: "the API of AWS Systems Manager",
        sources: [...agent.sources, ...listed],
      }),
      servicePart({ ...agent, id: "ssmmessages", what: "sessions and commands" }),
      servicePart({
        ...agent,
        id: "ec2messages",
        what: "commands, as the agent got them before",
        neededWhen: "the agent may not connect to ssmmessages",
        sources: [...agent.sources, destinationFacts.ec2messagesIsTheFallback],
      }),
    ],
  },
  serviceDestination({ id: "ec2", what: "the API of Amazon EC2", sources: listed }),
  serviceDestination({ id: "sts", what: "the AWS Security Token Service", sources: listed }),
  {
    id: "s3",
    what: "Amazon S3",
    protocol: "tcp",
    port: 443,
    place: "internet",
    parts: [
      {
        what: "buckets",
        neededWhen: null,
        instead: null,
        names: [
          named({
            name: "s3.{region}.{dnsSuffix}",
            withSubdomains: true,
            families: ["ipv4"],
            endpointService: "s3",
            endpointAnswers: "yes",
            sources: [destinationFacts.s3NamesByFamily],
          }),
          named({
            name: "s3.dualstack.{region}.{dnsSuffix}",
            withSubdomains: true,
            families: ["ipv4", "ipv6"],
            setting: "AWS_USE_DUALSTACK_ENDPOINT=true, or the name in the URL",
            endpointService: "s3",
            endpointAnswers: "yes",
            sources: [destinationFacts.s3NamesByFamily, guestFacts.sdkDualStackIsOptIn],
          }),
        ],
      },
    ],
  },
  serviceDestination({
    id: "dynamodb",
    what: "Amazon DynamoDB",
    dualStackFamilies: "unknown",
    sources: [destinationFacts.dynamodbOverIpv6Unknown],
    instead: `${NAT64}, or try the dual-stack name`,
  }),
  serviceDestination({ id: "logs", what: "Amazon CloudWatch Logs", sources: listed }),
  serviceDestination({ id: "monitoring", what: "Amazon CloudWatch", sources: listed }),
  serviceDestination({ id: "secretsmanager", what: "AWS Secrets Manager", sources: listed }),
  serviceDestination({ id: "kms", what: "AWS Key Management Service", sources: listed }),
  serviceDestination({
    id: "sqs",
    what: "Amazon SQS",
    usualFamilies: "unknown",
    usualSources: [destinationFacts.queuesAndTopicsContested],
    sources: listed,
  }),
  serviceDestination({
    id: "sns",
    what: "Amazon SNS",
    usualFamilies: "unknown",
    usualSources: [destinationFacts.queuesAndTopicsContested],
    sources: listed,
  }),
  serviceDestination({ id: "lambda", what: "the API of AWS Lambda", sources: listed }),
  serviceDestination({ id: "ecs", what: "the API of Amazon ECS", sources: listed }),
  serviceDestination({ id: "eks", what: "the API of Amazon EKS", sources: listed }),
  serviceDestination({
    id: "bedrock-runtime",
    what: "models of Amazon Bedrock",
    usualFamilies: "unknown",
    usualSources: [destinationFacts.bedrockOverIpv6Unknown],
    dualStackFamilies: "unknown",
    sources: [destinationFacts.bedrockOverIpv6Unknown],
    instead: `try it, or ${NAT64}`,
  }),
];
