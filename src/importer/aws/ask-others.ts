import {
  type EC2Client,
  type NetworkInterface,
  paginateDescribeDhcpOptions,
  paginateDescribeInstanceConnectEndpoints,
  paginateDescribeNetworkInterfaces,
  paginateDescribeVpcEndpointServiceConfigurations,
} from "@aws-sdk/client-ec2";
import { sayDnsServers } from "../dns-servers.ts";
import type { FoundVpc, Unplaced } from "../types/inventory.ts";
import { AwsRefusal, askAll } from "./ask.ts";

/** What stands in the VPC and has no place in an inventory. A refused question is one more thing to say. `ownInterfaces`: ids of interfaces whose owners are known. */
export async function askOthers(
  client: EC2Client,
  vpc: FoundVpc,
  ownInterfaces: ReadonlySet<string>,
): Promise<readonly Unplaced[]> {
  const questions = [askInterfaces(ownInterfaces), askConnect, askDhcp];
  const answers = await Promise.all(questions.map((question) => orRefusal(question(client, vpc))));
  return answers.flat();
}

/** The answer, or that AWS has refused one: what nobody knows is said, too. */
export function orRefusal(answer: Promise<readonly Unplaced[]>): Promise<readonly Unplaced[]> {
  return answer.catch(refused);
}

/** What is said of a refused question; throws what is no refusal. */
export function refused(error: unknown): readonly Unplaced[] {
  if (!(error instanceof AwsRefusal)) throw error;
  return [{ kind: "unknown, for AWS refused", id: error.action, detail: error.message }];
}

type Question = (client: EC2Client, vpc: FoundVpc) => Promise<readonly Unplaced[]>;

/** Endpoint services in front of the load balancers with the ARNs. */
export async function askEndpointServices(
  client: EC2Client,
  loadBalancers: readonly string[],
): Promise<readonly Unplaced[]> {
  if (loadBalancers.length === 0) return [];
  const pages = paginateDescribeVpcEndpointServiceConfigurations({ client }, {});
  const action = "ec2:DescribeVpcEndpointServiceConfigurations";
  const all = await askAll(action, pages, (page) => page.ServiceConfigurations).catch(refused);
  return all.flatMap((one): Unplaced[] => {
    if ("kind" in one) return [one];
    const arns = [...(one.NetworkLoadBalancerArns ?? []), ...(one.GatewayLoadBalancerArns ?? [])];
    const own = arns.filter((arn) => loadBalancers.includes(arn));
    const detail = `in front of ${own.join(", ")}: it stays as it is`;
    return own.length === 0 ? [] : [{ kind: "endpoint service", id: one.ServiceId ?? "", detail }];
  });
}

const askConnect: Question = async (client, { id }) => {
  const pages = paginateDescribeInstanceConnectEndpoints(
    { client },
    { Filters: [{ Name: "vpc-id", Values: [id] }] },
  );
  const found = await askAll(
    "ec2:DescribeInstanceConnectEndpoints",
    pages,
    (page) => page.InstanceConnectEndpoints,
  );
  const kind = "EC2 Instance Connect endpoint";
  return found.map((one) => ({
    kind,
    id: one.InstanceConnectEndpointId ?? "",
    detail: one.SubnetId ?? null,
  }));
};

const askDhcp: Question = async (client, { dhcpOptionsId }) => {
  if (dhcpOptionsId === null || dhcpOptionsId === "default") return [];
  const pages = paginateDescribeDhcpOptions({ client }, { DhcpOptionsIds: [dhcpOptionsId] });
  const [options] = await askAll("ec2:DescribeDhcpOptions", pages, (page) => page.DhcpOptions);
  const servers = options?.DhcpConfigurations?.find(({ Key }) => Key === "domain-name-servers")?.Values ?? [];
  const detail = sayDnsServers(servers.flatMap(({ Value }) => Value ?? []));
  return detail === null ? [] : [{ kind: "DHCP options", id: dhcpOptionsId, detail }];
};

/** Interfaces of what an inventory has; others are Lambda's, EFS's, of classic load balancers, or of nobody. */
const OWN_TYPES = ["nat_gateway", "vpc_endpoint", "network_load_balancer", "gateway_load_balancer_endpoint"];
const OWN_DESCRIPTION = /^(?:ELB (?:app|net|gwy)\/|RDSNetworkInterface)/;

const askInterfaces =
  (own: ReadonlySet<string>): Question =>
  async (client, { id }) => {
    const pages = paginateDescribeNetworkInterfaces(
      { client },
      { Filters: [{ Name: "vpc-id", Values: [id] }] },
    );
    const found = await askAll("ec2:DescribeNetworkInterfaces", pages, (page) => page.NetworkInterfaces);
    const foreign = found.filter((one) => !own.has(one.NetworkInterfaceId ?? "") && isForeign(one));
    return foreign.map(({ NetworkInterfaceId, InterfaceType, Description }) => ({
      kind: "network interface",
      id: NetworkInterfaceId ?? "",
      detail: `${InterfaceType ?? "interface"}: ${Description || "no description"}`,
    }));
  };

function isForeign({ Attachment, InterfaceType, Description }: NetworkInterface): boolean {
  if (Attachment?.InstanceId) return false;
  return !OWN_TYPES.includes(InterfaceType ?? "") && !OWN_DESCRIPTION.test(Description ?? "");
}
