/** An argument whose values the AWS provider lists. */
export interface ProviderList {
  /** Terraform's address of the argument, such as `aws_lambda_function.runtime`. */
  readonly argument: string;
  /** The values that provider 5.100.0 takes, sorted. */
  readonly values: readonly string[];
}

/** The first release line that may have longer lists: 5.100.0 is the last of line 5. */
export const NEXT_PROVIDER_LINE = [6, 0, 0] as const;

// Source: what terraform validate says with AWS provider 5.100.0, checked on 2026-11-28.

/** Runtimes of Lambda. */
export const lambdaRuntimes: ProviderList = {
  argument: "aws_lambda_function.runtime",
  values: [
    "dotnet6",
    "dotnet8",
    "dotnetcore1.0",
    "dotnetcore2.0",
    "dotnetcore2.1",
    "dotnetcore3.1",
    "go1.x",
    "java11",
    "java17",
    "java21",
    "java8",
    "java8.al2",
    "nodejs",
    "nodejs10.x",
    "nodejs12.x",
    "nodejs14.x",
    "nodejs16.x",
    "nodejs18.x",
    "nodejs20.x",
    "nodejs22.x",
    "nodejs4.3",
    "nodejs4.3-edge",
    "nodejs6.10",
    "nodejs8.10",
    "provided",
    "provided.al2",
    "provided.al2023",
    "python2.7",
    "python3.10",
    "python3.11",
    "python3.12",
    "python3.13",
    "python3.6",
    "python3.7",
    "python3.8",
    "python3.9",
    "ruby2.5",
    "ruby2.7",
    "ruby3.2",
    "ruby3.3",
    "ruby3.4",
  ],
};

/** AMI types of EKS node groups. */
export const eksAmiTypes: ProviderList = {
  argument: "aws_eks_node_group.ami_type",
  values: [
    "AL2023_ARM_64_NVIDIA",
    "AL2023_ARM_64_STANDARD",
    "AL2023_x86_64_NEURON",
    "AL2023_x86_64_NVIDIA",
    "AL2023_x86_64_STANDARD",
    "AL2_ARM_64",
    "AL2_x86_64",
    "AL2_x86_64_GPU",
    "BOTTLEROCKET_ARM_64",
    "BOTTLEROCKET_ARM_64_FIPS",
    "BOTTLEROCKET_ARM_64_NVIDIA",
    "BOTTLEROCKET_x86_64",
    "BOTTLEROCKET_x86_64_FIPS",
    "BOTTLEROCKET_x86_64_NVIDIA",
    "CUSTOM",
    "WINDOWS_CORE_2019_x86_64",
    "WINDOWS_CORE_2022_x86_64",
    "WINDOWS_FULL_2019_x86_64",
    "WINDOWS_FULL_2022_x86_64",
  ],
};

/** Operating systems of ECS task definitions. */
export const ecsOperatingSystemFamilies: ProviderList = {
  argument: "aws_ecs_task_definition.runtime_platform.operating_system_family",
  values: [
    "LINUX",
    "WINDOWS_SERVER_2004_CORE",
    "WINDOWS_SERVER_2016_FULL",
    "WINDOWS_SERVER_2019_CORE",
    "WINDOWS_SERVER_2019_FULL",
    "WINDOWS_SERVER_2022_CORE",
    "WINDOWS_SERVER_2022_FULL",
    "WINDOWS_SERVER_20H2_CORE",
  ],
};

/** Protocols of a firewall's stateful rules. */
export const firewallProtocols: ProviderList = {
  argument: "aws_networkfirewall_rule_group.rule_group.rules_source.stateful_rule.header.protocol",
  values: [
    "DCERPC",
    "DHCP",
    "DNS",
    "FTP",
    "HTTP",
    "ICMP",
    "IKEV2",
    "IMAP",
    "IP",
    "KRB5",
    "MSN",
    "NTP",
    "SMB",
    "SMTP",
    "SSH",
    "TCP",
    "TFTP",
    "TLS",
    "UDP",
  ],
};

/** Kinds of a firewall's domain lists. */
export const firewallListTypes: ProviderList = {
  argument: "aws_networkfirewall_rule_group.rule_group.rules_source.rules_source_list.generated_rules_type",
  values: ["ALLOWLIST", "DENYLIST"],
};
