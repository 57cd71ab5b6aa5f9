import type { AutoScalingGroup, Host, Instance, LaunchTemplate } from "../../model/types/compute.ts";
import type { Network } from "../../model/types/network.ts";
import { nameTag } from "./runbook-names.ts";
import { cliFilter, cliQuery, shellQuote, VPC_FILTER } from "./runbook-shell.ts";
import { listed, type RunbookStep, say, step } from "./runbook-step.ts";

const SESSION_MANAGER_POLICY = "AmazonSSMManagedInstanceCore";

/** The steps that show hosts through the AWS CLI, and the ways on to them. */
export function hostSteps(network: Network): readonly RunbookStep[] {
  const { autoScalingGroups, instances, launchTemplates } = network.compute;
  return [
    ...launchTemplates.map(launchTemplateStep),
    ...autoScalingGroups.flatMap((group) => {
      const template = launchTemplates.find(({ name }) => name === group.launchTemplate);
      return template === undefined ? [] : [groupStep(network, group, template.host)];
    }),
    ...instances.map((instance) => instanceStep(network, instance)),
  ];
}

function launchTemplateStep({ name, displayName, host }: LaunchTemplate): RunbookStep {
  return step(
    `Launch template ${name}`,
    [
      `aws ec2 describe-launch-template-versions --launch-template-name ${shellQuote(displayName)} --versions '$Latest' ` +
        cliQuery(
          "LaunchTemplateVersions[].LaunchTemplateData.{metadata:MetadataOptions,interfaces:NetworkInterfaces}",
        ),
    ],
    [
      `${metadataOf(host)}. Hosts that run keep what they were started with.`,
      ...(host.ipv6AddressCount === null
        ? []
        : [say`${"Ipv6AddressCount"} ${String(host.ipv6AddressCount)} on the interface.`]),
      ...(host.enablePrimaryIpv6
        ? ["`PrimaryIpv6` `true`: an IPv6 target group of instances needs it."]
        : []),
    ],
  );
}

function groupStep(network: Network, group: AutoScalingGroup, host: Host): RunbookStep {
  const filter = cliFilter("tag:aws:autoscaling:groupName", group.displayName);
  return step(
    `The hosts of auto scaling group ${group.name}`,
    [
      `aws autoscaling describe-scaling-activities --auto-scaling-group-name ${shellQuote(group.displayName)} --max-items 5 --query 'Activities[].[StatusCode,StatusMessage]'`,
      ...instanceCommands(filter),
      ...waysOnto(network, host),
    ],
    [
      `In ${listed(group.subnets)}: ${group.minSize} to ${group.maxSize} hosts.`,
      ...addressesOf(network, host, group.tiers),
    ],
  );
}

function instanceStep(network: Network, instance: Instance): RunbookStep {
  const { host, ipv6Addresses, tier } = instance;
  const filter = cliFilter("tag:Name", nameTag({ displayName: instance.displayName, tags: host.tags }));
  return step(
    `Instance ${instance.name}`,
    [...instanceCommands(filter), ...waysOnto(network, host)],
    [
      `One, in ${listed([instance.subnet])}. ${metadataOf(host)}.`,
      ...addressesOf(network, host, [tier]),
      ...(instance.elasticIp ? ["An Elastic IP, which is IPv4: IPv6 addresses stay by themselves."] : []),
      ...(ipv6Addresses.length === 0
        ? []
        : [`Fixed: ${listed(ipv6Addresses.map(({ text }) => text))}, as written, in the subnet's block.`]),
    ],
  );
}

function instanceCommands(filter: string): readonly string[] {
  const running = "Name=instance-state-name,Values=running";
  return [
    `aws ec2 describe-instances --filters ${VPC_FILTER} ${running} ${filter} ` +
      cliQuery(
        "Reservations[].Instances[].{id:InstanceId,type:InstanceType,subnet:SubnetId,ipv4:PrivateIpAddress,ipv6:NetworkInterfaces[].Ipv6Addresses[],metadata:MetadataOptions}",
      ),
    `INSTANCE=$(aws ec2 describe-instances --filters ${VPC_FILTER} ${running} ${filter} --query 'Reservations[0].Instances[0].InstanceId' --output text)`,
    'aws ec2 get-console-output --instance-id "$INSTANCE" --latest --output text | tail -n 50',
  ];
}

/** What leads to a shell on a host in this network. */
function waysOnto(network: Network, host: Host): readonly string[] {
  const profile = network.compute.instanceProfiles.find(({ name }) => name === host.instanceProfile);
  const hasPolicy = profile?.policies.some(({ arn }) => arn.endsWith(`/${SESSION_MANAGER_POLICY}`)) ?? false;
  return [
    ...(hasPolicy ? ['aws ssm start-session --target "$INSTANCE"'] : []),
    ...(network.instanceConnectEndpoints.length > 0
      ? ['aws ec2-instance-connect ssh --instance-id "$INSTANCE" --connection-type eice']
      : []),
  ];
}

function addressesOf(network: Network, host: Host, tiers: readonly string[]): readonly string[] {
  const addressing = network.tiers.filter(({ name }) => tiers.includes(name)).map((tier) => tier.addressing);
  if (addressing.every((one) => one === "ipv4-only")) return ["No IPv6 address: the subnets have IPv4 only."];
  return [
    "An IPv6 address; a host without one was started before its subnet assigned them.",
    ...(host.enablePrimaryIpv6 ? ["The first has `IsPrimaryIpv6` `true`."] : []),
    ...(addressing.includes("ipv6-only") ? ["No IPv4 address: the subnets have IPv6 only."] : []),
  ];
}

function metadataOf({ metadata }: Host): string {
  return say`${"HttpProtocolIpv6"} ${metadata.ipv6 ? "enabled" : "disabled"}, ${"HttpTokens"} ${metadata.httpTokens}`;
}
