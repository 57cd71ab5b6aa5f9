import {
  DescribeLoadBalancerAttributesCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetHealthCommand,
  type ElasticLoadBalancingV2Client,
  type Listener,
  paginateDescribeListenerCertificates,
  paginateDescribeListeners,
  paginateDescribeLoadBalancers,
  paginateDescribeRules,
  paginateDescribeTargetGroups,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { ask, askAll } from "./ask.ts";

const SERVICE = "elasticloadbalancing";

/** Asks for the VPC's load balancers with all that is theirs, and for its target groups with their targets. */
export async function askBalancing(client: ElasticLoadBalancingV2Client, vpcId: string) {
  const [balancers, groups] = await Promise.all([
    askAll(
      `${SERVICE}:DescribeLoadBalancers`,
      paginateDescribeLoadBalancers({ client }, {}),
      (page) => page.LoadBalancers,
    ),
    askAll(
      `${SERVICE}:DescribeTargetGroups`,
      paginateDescribeTargetGroups({ client }, {}),
      (page) => page.TargetGroups,
    ),
  ]);
  const loadBalancers = [];
  for (const balancer of balancers.filter(({ VpcId }) => VpcId === vpcId)) {
    const arn = balancer.LoadBalancerArn ?? "";
    loadBalancers.push({
      ...balancer,
      attributes: await askAttributes(client, arn),
      listeners: await askListeners(client, arn),
    });
  }
  const targetGroups = [];
  for (const group of groups.filter(({ VpcId }) => VpcId === vpcId)) {
    targetGroups.push({ ...group, ...(await askTargets(client, group.TargetGroupArn ?? "")) });
  }
  return { loadBalancers, targetGroups };
}

async function askAttributes(client: ElasticLoadBalancingV2Client, LoadBalancerArn: string) {
  const { Attributes = [] } = await ask(`${SERVICE}:DescribeLoadBalancerAttributes`, () =>
    client.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn })),
  );
  return new Map(Attributes.map(({ Key = "", Value = "" }) => [Key, Value]));
}

async function askListeners(client: ElasticLoadBalancingV2Client, LoadBalancerArn: string) {
  const pages = paginateDescribeListeners({ client }, { LoadBalancerArn });
  const listeners = await askAll(`${SERVICE}:DescribeListeners`, pages, (page) => page.Listeners);
  return Promise.all(
    listeners.map(async (listener) => ({ ...listener, ...(await askParts(client, listener)) })),
  );
}

/** Rules beside the default one, and certificates beside the default one. */
async function askParts(client: ElasticLoadBalancingV2Client, { ListenerArn, Certificates = [] }: Listener) {
  const rulePages = paginateDescribeRules({ client }, { ListenerArn });
  const rules = await askAll(`${SERVICE}:DescribeRules`, rulePages, (page) => page.Rules);
  const certificatePages = paginateDescribeListenerCertificates({ client }, { ListenerArn });
  const certificates =
    Certificates.length === 0
      ? []
      : await askAll(
          `${SERVICE}:DescribeListenerCertificates`,
          certificatePages,
          (page) => page.Certificates,
        );
  const further = certificates.filter(({ IsDefault }) => !IsDefault);
  return {
    rules: rules.filter(({ IsDefault }) => !IsDefault),
    furtherParts: further.map((one) => `certificate ${one.CertificateArn}`),
  };
}

async function askTargets(client: ElasticLoadBalancingV2Client, TargetGroupArn: string) {
  const [{ Attributes = [] }, { TargetHealthDescriptions = [] }] = await Promise.all([
    ask(`${SERVICE}:DescribeTargetGroupAttributes`, () =>
      client.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn })),
    ),
    ask(`${SERVICE}:DescribeTargetHealth`, () =>
      client.send(new DescribeTargetHealthCommand({ TargetGroupArn })),
    ),
  ]);
  return {
    attributes: new Map(Attributes.map(({ Key = "", Value = "" }) => [Key, Value])),
    targets: TargetHealthDescriptions.flatMap(({ Target }) => Target ?? []),
  };
}

/** What AWS tells of load balancers and target groups. */
export type ToldBalancing = Awaited<ReturnType<typeof askBalancing>>;
