/*
 * The blueprint as it is after the defaults of blueprint.schema.json are filled in.
 * Generated from that schema: change it there, then `npm run generate`.
 */

/**
 * Exactly one of the properties of `T`. The others read as undefined, so that `value.key !== undefined` narrows.
 */
export type OneOf<T> = {
  [Key in keyof T]: {readonly [Chosen in Key]: T[Chosen]} & {
    readonly [Other in Exclude<keyof T, Key>]?: never;
  };
}[keyof T];

/**
 * What is compared, by AWS's name, with what.
 */
export type PolicyConditionKeys = {readonly [name: string]: readonly string[]};
/**
 * Policies of the role's own, by name. Whoever has the role does not wait for them.
 */
export type InlinePolicies = {readonly [name: string]: PolicyDocument};
/**
 * AWS tags: keys of 1 to 128 characters that do not begin with `aws:`, values of up to 256. Quote numbers, `true` and `false`.
 */
export type Tags = {readonly [name: string]: string};
/**
 * A choice with nothing to set, written as `{}`.
 */
export type Empty = Readonly<Record<string, never>>;
/**
 * Where Terraform keeps the stack's state: exactly one.
 */
export type Backend = OneOf<BackendAlternatives>;
/**
 * How other stacks read the outputs: exactly one.
 */
export type HandOver = OneOf<HandOverAlternatives>;
/**
 * Where the VPC's first IPv4 block comes from, when not out of the blueprint alone.
 */
export type VpcIpv4 = OneOf<VpcIpv4Alternatives>;
/**
 * Where a further IPv6 block of the VPC comes from: exactly one.
 */
export type AdditionalIpv6Block = OneOf<AdditionalIpv6BlockAlternatives>;
/**
 * Where the VPC's IPv6 block comes from: exactly one.
 */
export type VpcIpv6 = OneOf<VpcIpv6Alternatives>;
/**
 * Where a route leads: exactly one.
 */
export type RouteTarget = OneOf<RouteTargetAlternatives>;
/**
 * What looks at packets between the internet and a tier: exactly one.
 */
export type Inspection = OneOf<InspectionAlternatives>;
/**
 * One port, or a range `{ from, to }` with both ends included.
 */
export type Ports = number | {readonly from: number; readonly to: number};
/**
 * Which addresses a network ACL entry is for: exactly one. Network ACLs know blocks only.
 */
export type NetworkAclPeer = OneOf<NetworkAclPeerAlternatives>;
/**
 * Whom a security group rule is about: exactly one.
 */
export type Peer = OneOf<PeerAlternatives>;
/**
 * Where flow logs are written: exactly one.
 */
export type FlowLogDestination = OneOf<FlowLogDestinationAlternatives>;
/**
 * How the endpoint is reached: exactly one.
 */
export type VpcEndpointType = OneOf<VpcEndpointTypeAlternatives>;
/**
 * What the group consists of: exactly one.
 */
export type FirewallRulesSource = OneOf<FirewallRulesSourceAlternatives>;
/**
 * Where a log of the firewall is written: exactly one.
 */
export type FirewallLogDestination = OneOf<FirewallLogDestinationAlternatives>;
/**
 * A block that a pool hands out parts of: exactly one.
 */
export type IpamPoolCidr = OneOf<IpamPoolCidrAlternatives>;
/**
 * Which side of the peering connection this VPC is: exactly one.
 */
export type VpcPeeringSide = OneOf<VpcPeeringSideAlternatives>;
/**
 * The transit gateway: exactly one.
 */
export type TransitGatewayChoice = OneOf<TransitGatewayChoiceAlternatives>;
/**
 * A route table of the transit gateway: exactly one.
 */
export type TransitGatewayRouteTableChoice = OneOf<TransitGatewayRouteTableChoiceAlternatives>;
/**
 * The route table that the transit gateway looks up for what comes in by the attachment: exactly one.
 */
export type TransitGatewayAssociation = OneOf<TransitGatewayAssociationAlternatives>;
/**
 * Where a route of a transit gateway leads: exactly one.
 */
export type TransitGatewayRouteTarget = OneOf<TransitGatewayRouteTargetAlternatives>;
/**
 * The gateway at AWS's end: exactly one.
 */
export type VpnGatewayChoice = OneOf<VpnGatewayChoiceAlternatives>;
/**
 * The machine image: exactly one.
 */
export type Ami = OneOf<AmiAlternatives>;
/**
 * Which old image to teach DHCPv6: exactly one.
 */
export type LegacyDhcpv6 = OneOf<LegacyDhcpv6Alternatives>;
/**
 * What a listener, or a rule of it, does with a request: exactly one.
 */
export type ListenerAction = OneOf<ListenerActionAlternatives>;
/**
 * How users log in before a request goes on: exactly one. For HTTPS listeners of application load balancers. The load balancer asks the identity provider over IPv4 alone.
 */
export type ListenerAuthentication = OneOf<ListenerAuthenticationAlternatives>;
/**
 * Where a secret is kept: exactly one. Terraform reads it from there at plan, so that it stands in no file; it does stand in the state, which belongs encrypted.
 */
export type ClientSecret = OneOf<ClientSecretAlternatives>;
/**
 * What becomes of clients' certificates: exactly one.
 */
export type MutualAuthentication = OneOf<MutualAuthenticationAlternatives>;
/**
 * The authorities that clients' certificates must come from: exactly one.
 */
export type TrustStore = OneOf<TrustStoreAlternatives>;
/**
 * Clients by their addresses: exactly one.
 */
export type ListenerRuleSource = OneOf<ListenerRuleSourceAlternatives>;
/**
 * What a target group sends to: exactly one.
 */
export type Targets = OneOf<TargetsAlternatives>;
/**
 * Where in the cluster a policy holds: exactly one.
 */
export type EksAccessScope = OneOf<EksAccessScopeAlternatives>;
/**
 * Where the function's code is.
 */
export type LambdaCode = OneOf<LambdaCodeAlternatives>;
/**
 * What a service's tasks run on: exactly one.
 */
export type EcsCapacity = OneOf<EcsCapacityAlternatives>;
/**
 * Where the hosted zone comes from: exactly one.
 */
export type HostedZoneSource = OneOf<HostedZoneSourceAlternatives>;
/**
 * What the records hold: exactly one.
 */
export type RecordValue = OneOf<RecordValueAlternatives>;
/**
 * What becomes of the queries: exactly one.
 */
export type ResolverRuleType = OneOf<ResolverRuleTypeAlternatives>;
/**
 * Which domains a rule is for: exactly one.
 */
export type DnsFirewallDomains = OneOf<DnsFirewallDomainsAlternatives>;
/**
 * What is done with queries for the domains: exactly one.
 */
export type DnsFirewallAction = OneOf<DnsFirewallActionAlternatives>;
/**
 * Where query logs are written: exactly one.
 */
export type QueryLogDestination = OneOf<QueryLogDestinationAlternatives>;
/**
 * A metric of CloudWatch: exactly one.
 */
export type Metric = OneOf<MetricAlternatives>;
/**
 * One half of a dashboard's row: exactly one.
 */
export type DashboardWidget = OneOf<DashboardWidgetAlternatives>;
/**
 * What an output tells: exactly one.
 */
export type OutputReference = OneOf<OutputReferenceAlternatives>;

/**
 * An IPv6-on-AWS blueprint: one file is one Terraform stack. Keys beginning with `x-` at the root are ignored.
 */
export interface Blueprint {
  /**
   * The version of this format.
   */
  readonly apiVersion: "hextet/v1";
  /**
   * The stack's name, which is also its folder's and the beginning of the names of what it makes.
   */
  readonly name: string;
  /**
   * The name that the stack had before. Terraform's state belongs to the stack's folder and backend: `hextet diff` and `hextet synth` say what to do with it. Take it out once that is done. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What the names in AWS of all that the stack makes begin with. Left out: its name. A stack that is renamed keeps its old one here for good, because AWS gives most things no other name.
   */
  readonly awsName?: string;
  /**
   * What the stack is for. Left out: none.
   */
  readonly description?: string;
  /**
   * The AWS region.
   */
  readonly region: string;
  /**
   * Tags for everything in the stack: the provider's `default_tags`.
   */
  readonly tags: Tags;
  /**
   * What AWS has raised for the account in this region. Left out: AWS's own defaults, by which rules count.
   */
  readonly quotas: Quotas;
  /**
   * What the stack asks of Terraform itself.
   */
  readonly terraform: TerraformSettings;
  /**
   * The VPC and everything in it that moves or stops packets.
   */
  readonly network: NetworkSettings;
  /**
   * Amazon VPC IP Address Manager with its pools. Left out: none is made here.
   */
  readonly ipam?: IpamSettings;
  /**
   * Hosts and what they need.
   */
  readonly compute: ComputeSettings;
  /**
   * Load balancers by name.
   */
  readonly loadBalancers: {readonly [name: string]: LoadBalancer};
  /**
   * Target groups by name.
   */
  readonly targetGroups: {readonly [name: string]: TargetGroup};
  /**
   * Kubernetes clusters.
   */
  readonly eks: EksSettings;
  /**
   * Lambda functions in the VPC.
   */
  readonly lambda: LambdaSettings;
  /**
   * Containers by Amazon ECS, on Fargate and on EC2.
   */
  readonly ecs: EcsSettings;
  /**
   * Hosted zones and the DNS records in them, and what the VPC's own resolver does.
   */
  readonly route53: Route53Settings;
  /**
   * Metrics from flow logs, alarms and dashboards.
   */
  readonly cloudwatch: CloudwatchSettings;
  /**
   * Databases: RDS instances and Aurora clusters.
   */
  readonly rds: RdsSettings;
  /**
   * Caches: Memcached clusters, and replication groups of Valkey or Redis OSS.
   */
  readonly elasticache: ElasticacheSettings;
  /**
   * How far the VPC of `network.vpc.existing` has come on its way to what this blueprint describes. Left out: it is there.
   */
  readonly migration?: Migration;
  /**
   * Terraform outputs by name.
   */
  readonly outputs: {readonly [name: string]: Output};
  /**
   * What stands in the stack beside what Hextet makes. Files that nobody declares here are errors in the stack's folder.
   */
  readonly extend: Extension;
  /**
   * What must be reached from where, and what must not, checked by following packets: `hextet reach` shows them. Keys are names of hosts, groups, services, functions, databases, caches, balancers and endpoints; where two have the same name, write the section before it, as `compute.instances.web`.
   */
  readonly expect: {readonly [name: string]: Expectation};
  /**
   * Warnings which the team lives with, each with its reason.
   */
  readonly accept: readonly Acceptance[];
}
/**
 * Files of the user's own.
 */
export interface Extension {
  /**
   * Terraform files and values for variables, as paths from the blueprint's folder; `shop/` stands for all of them in that folder. `synth` copies them into the stack's folder under their own names, and `check` says when a copy is stale. An `override.tf` among them changes what Hextet made.
   */
  readonly terraform: readonly string[];
}
/**
 * What is allowed or denied. One of `Action` and `NotAction`, and one of `Resource` and `NotResource`.
 */
export interface PolicyStatement {
  /**
   * A name for the statement. Left out: none.
   */
  readonly Sid?: string;
  /**
   * Whether it is allowed or denied.
   */
  readonly Effect: "Allow" | "Deny";
  /**
   * The actions that the statement is about. Left out: `NotAction` says them.
   */
  readonly Action?: readonly string[];
  /**
   * All actions but these. Left out: `Action` says them.
   */
  readonly NotAction?: readonly string[];
  /**
   * What the actions are done to. Left out: `NotResource` says it.
   */
  readonly Resource?: readonly string[];
  /**
   * All resources but these. Left out: `Resource` says them.
   */
  readonly NotResource?: readonly string[];
  /**
   * Under which it holds, by AWS's name of the operator: all of them together.
   */
  readonly Condition: {readonly [name: string]: PolicyConditionKeys};
}
/**
 * A policy document, in AWS's words. What looks like a template, such as `${aws:PrincipalTag/team}`, goes to AWS as it is written.
 */
export interface PolicyDocument {
  /**
   * Of the language of policies.
   */
  readonly Version: "2012-10-17";
  /**
   * What is allowed and denied. Their order says nothing.
   */
  readonly Statement: readonly PolicyStatement[];
}
/**
 * Service quotas of Amazon VPC, as the console of Service Quotas shows them.
 */
export interface Quotas {
  /**
   * Inbound or outbound rules per security group, quota L-0EA8095F.
   */
  readonly rulesPerSecurityGroup: number;
  /**
   * Rules per network ACL in each direction, the one that denies the rest included: quota L-2AEEBF1A.
   */
  readonly rulesPerNetworkAcl: number;
  /**
   * Routes of one family per route table, quota L-93826ACB.
   */
  readonly routesPerRouteTable: number;
}
/**
 * Which version of the Terraform AWS provider the stack asks for.
 */
export interface AwsProviderSettings {
  /**
   * Version constraint of `hashicorp/aws`, written to `required_providers`. Hextet's output is checked against 5.100.
   */
  readonly version: string;
}
/**
 * The IAM role the provider assumes before it calls AWS.
 */
export interface AssumeRole {
  /**
   * The ARN of the role to assume.
   */
  readonly roleArn: string;
  /**
   * The session's name as CloudTrail shows it. Left out: the provider chooses one.
   */
  readonly sessionName?: string;
  /**
   * The external id which the role's trust policy asks for. Left out: none is sent.
   */
  readonly externalId?: string;
}
/**
 * State in a file on this machine.
 */
export interface LocalBackend {
  /**
   * Path of the state file, relative to the stack's folder `generated/stacks/<name>`. The default lies outside `generated/`, because cdktf deletes the folder of a stack that is gone: `../../../terraform.tfstate.d/<name>/terraform.tfstate`.
   */
  readonly path?: string;
}
/**
 * State as an object in an S3 bucket.
 */
export interface S3Backend {
  /**
   * The name of the bucket, which must exist.
   */
  readonly bucket: string;
  /**
   * The object's key: one for each stack.
   */
  readonly key: string;
  /**
   * The bucket's region. The default is the blueprint's `region`.
   */
  readonly region?: string;
  /**
   * Lock the state with an object beside it. Needs Terraform 1.10 or later; set it to false for 1.9.
   */
  readonly useLockfile: boolean;
  /**
   * Encrypt the state at rest on the server's side.
   */
  readonly encrypt: boolean;
  /**
   * The ARN of the KMS key to encrypt with. Left out: the bucket's own setting.
   */
  readonly kmsKeyId?: string;
  /**
   * The AWS profile to reach the bucket with. Left out: the usual credentials.
   */
  readonly profile?: string;
  /**
   * The role to assume for reaching the bucket. Left out: none is assumed.
   */
  readonly roleArn?: string;
}
/**
 * State and runs in Terraform Enterprise by the older `remote` backend.
 */
export interface RemoteBackend {
  /**
   * The organization's name there.
   */
  readonly organization: string;
  /**
   * The workspace's name: one for each stack.
   */
  readonly workspace: string;
  /**
   * The host of HCP Terraform or Terraform Enterprise.
   */
  readonly hostname: string;
}
/**
 * State and runs in HCP Terraform (the `cloud` block).
 */
export interface CloudBackend {
  /**
   * The organization's name there.
   */
  readonly organization: string;
  /**
   * The workspace's name: one for each stack.
   */
  readonly workspace: string;
  /**
   * The project the workspace belongs to. Left out: the organization's default project.
   */
  readonly project?: string;
  /**
   * The host of HCP Terraform or Terraform Enterprise.
   */
  readonly hostname: string;
}
/**
 * State behind a REST address, such as GitLab's.
 */
export interface HttpBackend {
  /**
   * The address of the state.
   */
  readonly address: string;
  /**
   * The address to lock the state at. Left out: the state is not locked.
   */
  readonly lockAddress?: string;
  /**
   * The address to unlock the state at. Left out: the state is not unlocked.
   */
  readonly unlockAddress?: string;
  /**
   * The HTTP method for locking.
   */
  readonly lockMethod: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "LOCK" | "UNLOCK";
  /**
   * The HTTP method for unlocking.
   */
  readonly unlockMethod: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "LOCK" | "UNLOCK";
  /**
   * The HTTP method for writing the state.
   */
  readonly updateMethod: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "LOCK" | "UNLOCK";
}
/**
 * Where Terraform keeps the stack's state: exactly one.
 */
export interface BackendAlternatives {
  /**
   * A file on this machine: right for trying things, not for a team.
   */
  readonly local: LocalBackend;
  /**
   * An object in an S3 bucket.
   */
  readonly s3: S3Backend;
  /**
   * Terraform Enterprise by the `remote` backend.
   */
  readonly remote: RemoteBackend;
  /**
   * HCP Terraform.
   */
  readonly cloud: CloudBackend;
  /**
   * A REST address.
   */
  readonly http: HttpBackend;
}
/**
 * What the stack asks of Terraform itself: versions, credentials, state.
 */
export interface TerraformSettings {
  /**
   * Version constraint of Terraform, written to `required_version`.
   */
  readonly requiredVersion: string;
  /**
   * Which version of the AWS provider to use.
   */
  readonly awsProvider: AwsProviderSettings;
  /**
   * For a provider hook, by its id: `native` for the provider's own argument, `hook` for the hook. Left out: what fits the provider's version. `hextet hooks` lists them.
   */
  readonly hooks: {readonly [name: string]: "native" | "hook"};
  /**
   * Names of what provider hooks made under earlier versions of the blueprint, by the hook's id: the next apply deletes it in AWS. Keep it until it is applied everywhere; a name that was never made does no harm.
   */
  readonly removed: {readonly [name: string]: readonly string[]};
  /**
   * Terraform addresses of resources that hold data, or an address that others know, and that are meant to be destroyed or replaced, or of what is to have fewer hosts or tasks once its scaling goes: without it `hextet synth` and `check` refuse the loss of data, `hextet diff` and `hextet plan check` that of addresses too. Take a line out once it is applied everywhere.
   */
  readonly mayDestroy: readonly string[];
  /**
   * How the stacks of other blueprints get this one's outputs. Left out: they read its state.
   */
  readonly handOver?: HandOver;
  /**
   * States of plain Terraform that `fromState` takes values from, by name.
   */
  readonly states: {readonly [name: string]: ForeignState};
  /**
   * Names of stacks that are applied before this one: it reads what they made. `hextet stacks` lists the stacks in this order. A stack whose state a `terraform_remote_state` of `extend` reads is found without it.
   */
  readonly dependsOn: readonly string[];
  /**
   * The role the provider assumes. Left out: the usual credentials are used as they are.
   */
  readonly assumeRole?: AssumeRole;
  /**
   * Where the state is kept.
   */
  readonly backend: Backend;
}
/**
 * A value of the stack of another blueprint: an output that it names, or anything that an output may tell, which becomes one by itself.
 */
export interface FromBlueprint {
  /**
   * The other blueprint's `name`, or the name of its stack in one environment.
   */
  readonly stack: string;
  /**
   * Which environment of the other blueprint. Left out: the one of the same name as this blueprint's, where the other has environments.
   */
  readonly environment?: string;
  /**
   * A key in its `outputs`. Left out: `value` says what is wanted.
   */
  readonly output?: string;
  /**
   * What is wanted of it, where it names no output for that. Left out: `output` says it.
   */
  readonly value?: OutputReference;
  /**
   * Which entry of an output that is a map: a zone, or a name. Left out: the output is one value.
   */
  readonly key?: string;
}
/**
 * An output of plain Terraform.
 */
export interface FromState {
  /**
   * A key in `terraform.states`.
   */
  readonly state: string;
  /**
   * The name of the output there. Nobody checks what it is before `terraform plan`.
   */
  readonly output: string;
  /**
   * Which entry of an output that is a map. Left out: the output is one value.
   */
  readonly key?: string;
}
/**
 * A state that no blueprint of this repository writes.
 */
export interface ForeignState {
  /**
   * Where it is. The path of a local one is relative to the stack's folder, and has to be written.
   */
  readonly backend: Backend;
}
/**
 * SSM parameters, one for each output or entry of an output that is a map.
 */
export interface ParameterHandOver {
  /**
   * What their names begin with. Left out: `/hextet/` and the name of the stack.
   */
  readonly prefix?: string;
}
/**
 * How other stacks read the outputs: exactly one.
 */
export interface HandOverAlternatives {
  /**
   * They read this stack's state, all of it.
   */
  readonly state: Empty;
  /**
   * They read SSM parameters, which this stack writes, and need no access to its state.
   */
  readonly parameters: ParameterHandOver;
}
/**
 * A /56 from Amazon's own pool. Which one is known only after the first apply.
 */
export interface AmazonIpv6 {
  /**
   * Where the block is announced from: for the Local Zone us-west-2-lax-1a its group, us-west-2-lax-1. For the VPC's own block only: the provider cannot ask it of an additional one. Left out: the whole region.
   */
  readonly networkBorderGroup?: string;
}
/**
 * A block from a pool of Amazon VPC IP Address Manager: `pool` or `poolId`, and either `netmaskLength` or `cidr`.
 */
export interface IpamIpv6 {
  /**
   * A key in `ipam.pools`. Left out: `poolId` names a pool that is made elsewhere.
   */
  readonly pool?: string;
  /**
   * The id of an IPAM pool that is made elsewhere, perhaps shared with this account. Left out: `pool` names one.
   */
  readonly poolId?: string;
  /**
   * How large a block to take from the pool: 44, 48, 52, 56 or 60. Left out: `cidr` says which block.
   */
  readonly netmaskLength?: number;
  /**
   * The very block to take from the pool. Left out: the pool chooses one of `netmaskLength`.
   */
  readonly cidr?: string;
}
/**
 * An IPv4 block from a pool of Amazon VPC IP Address Manager: `pool` or `poolId`, and either `netmaskLength` or `cidr`.
 */
export interface IpamIpv4 {
  /**
   * A key in `ipam.pools`. Left out: `poolId` names a pool that is made elsewhere.
   */
  readonly pool?: string;
  /**
   * The id of an IPAM pool that is made elsewhere, perhaps shared with this account. Left out: `pool` names one.
   */
  readonly poolId?: string;
  /**
   * How large a block to take from the pool: 16 to 28. Which one it is, is known after the first apply, so rules and `hextet reach` know no address of it before. Left out: `cidr` says which block.
   */
  readonly netmaskLength?: number;
  /**
   * The very block to take from the pool, between /16 and /28. It must be free there: the pool then keeps it for this VPC. Left out: the pool chooses one of `netmaskLength`.
   */
  readonly cidr?: string;
}
/**
 * Where the VPC's first IPv4 block comes from, when not out of the blueprint alone.
 */
export interface VpcIpv4Alternatives {
  /**
   * A block from an IPAM pool.
   */
  readonly ipam: IpamIpv4;
}
/**
 * A block from addresses you brought to AWS (BYOIP).
 */
export interface ByoipIpv6 {
  /**
   * The id of the IPv6 address pool.
   */
  readonly poolId: string;
  /**
   * The block to take from the pool. Quote it.
   */
  readonly cidr: string;
}
/**
 * Where a further IPv6 block of the VPC comes from: exactly one.
 */
export interface AdditionalIpv6BlockAlternatives {
  /**
   * A /56 of Amazon's: free of charge, globally routed.
   */
  readonly amazonProvided: AmazonIpv6;
  /**
   * A block from an IPAM pool.
   */
  readonly ipam: IpamIpv6;
  /**
   * A block of addresses you brought to AWS.
   */
  readonly byoip: ByoipIpv6;
}
/**
 * Where the VPC's IPv6 block comes from: exactly one.
 */
export interface VpcIpv6Alternatives {
  /**
   * A /56 of Amazon's: free of charge, globally routed.
   */
  readonly amazonProvided: AmazonIpv6;
  /**
   * A block from an IPAM pool.
   */
  readonly ipam: IpamIpv6;
  /**
   * A block of addresses you brought to AWS.
   */
  readonly byoip: ByoipIpv6;
  /**
   * No IPv6: all tiers are ipv4-only. A VPC that has IPv6 loses it in two applies: first all tiers ipv4-only while the block stays, then `none`. The block does not come back.
   */
  readonly none: Empty;
}
/**
 * A further IPv4 block of the VPC: `cidr`, or `ipam` where a pool records it.
 */
export interface AdditionalIpv4Block {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The block, between /16 and /28, apart from the VPC's other blocks. Left out: `ipam` says it.
   */
  readonly cidr?: string;
  /**
   * A block from an IPAM pool. Left out: `cidr` says it, and no pool knows of it.
   */
  readonly ipam?: IpamIpv4;
}
/**
 * What is done with the parts that AWS makes with every VPC. Rules, routes and entries that were taken out do not come back when this is left out again.
 */
export interface VpcDefaults {
  /**
   * `emptied`: it lets nothing in and nothing out, so that what names no group of its own is alone. `untouched`: its members reach each other, and everything outside. Left out: emptied in a VPC that is made here, else untouched.
   */
  readonly securityGroup?: "emptied" | "untouched";
  /**
   * `emptied`: it has the VPC's local routes alone, for subnets that nobody gave a table. `untouched`: what it has stays. Left out: emptied in a VPC that is made here, else untouched.
   */
  readonly routeTable?: "emptied" | "untouched";
  /**
   * It filters each subnet that `network.networkAcls` does not. `emptied`: nothing passes, so every tier needs an ACL of its own. `allowAll`: everything passes in both families, as AWS makes it. `untouched`: what it has stays.
   */
  readonly networkAcl: "emptied" | "allowAll" | "untouched";
}
/**
 * The virtual private cloud: its address blocks and DNS.
 */
export interface Vpc {
  /**
   * The VPC's first IPv4 block, between /16 and /28. AWS demands one even if every subnet is IPv6-only. Left out: `ipv4` says it.
   */
  readonly ipv4Cidr?: string;
  /**
   * The pool that gives the VPC's first IPv4 block, whatever its IPv6 comes from. Left out: `ipv4Cidr` says the block, and no pool knows of it.
   */
  readonly ipv4?: VpcIpv4;
  /**
   * Where the VPC's IPv6 block comes from.
   */
  readonly ipv6: VpcIpv6;
  /**
   * Further IPv4 blocks by name; a tier takes its addresses from one by `ipv4Block`.
   */
  readonly additionalIpv4Cidrs: {readonly [name: string]: AdditionalIpv4Block};
  /**
   * Further IPv6 blocks by name; a tier takes its addresses from one by `ipv6Block`. The name stays: under another one it is another block, and the old one is given up.
   */
  readonly additionalIpv6Cidrs: {readonly [name: string]: AdditionalIpv6Block};
  /**
   * Answer DNS queries in the VPC, also at `fd00:ec2::253`. DNS64 needs it.
   */
  readonly enableDnsSupport: boolean;
  /**
   * Give instances with public addresses DNS names; private hosted zones and endpoints need it too.
   */
  readonly enableDnsHostnames: boolean;
  /**
   * Let AWS count in CloudWatch how much of its quota of network address usage the VPC takes.
   */
  readonly enableNetworkAddressUsageMetrics: boolean;
  /**
   * The default security group, route table and network ACL that every VPC has. Left out: in a VPC that is made here, the first two are emptied; in one that was there before, all stay as they are.
   */
  readonly defaults: VpcDefaults;
  /**
   * Whether instances share hardware with other customers (`default`) or not (`dedicated`).
   */
  readonly instanceTenancy: "default" | "dedicated";
  /**
   * Tags for the VPC, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
  /**
   * The VPC that is there already, and what of it this blueprint describes. Left out: everything is made anew.
   */
  readonly existing?: ExistingNetwork;
}
/**
 * A VPC that is there already, and what of it this blueprint describes.
 */
export interface ExistingNetwork {
  /**
   * The id of the VPC.
   */
  readonly id: string;
  /**
   * `import`: this stack takes the VPC over. `reference`: the VPC stays managed outside this stack, and is only added to.
   */
  readonly management: "import" | "reference";
  /**
   * What this stack takes over: Terraform addresses with the id that `terraform import` takes for each. The lines stay for good: what they name keeps its names and settings.
   */
  readonly import: {readonly [name: string]: string};
  /**
   * What stays managed outside this stack and is only added to: Terraform addresses with AWS ids. The resource itself is not in the stack.
   */
  readonly reference: {readonly [name: string]: string};
}
/**
 * What was there before, where the blueprint says what is to come.
 */
export interface BeforeMigration {
  /**
   * The types that instances have before the stage `instance-types`, by instance. An instance that is not here keeps its type.
   */
  readonly instanceTypes: {readonly [name: string]: string};
}
/**
 * How far an existing VPC has come on its way to IPv6. The rest of the blueprint says where it goes.
 */
export interface Migration {
  /**
   * How far it has come, stage by stage in this order; each keeps what came before it. Going on, and going back, is one stage at a time.
   */
  stage:
    | "import"
    | "vpc-address-block"
    | "subnet-address-blocks"
    | "security"
    | "routes"
    | "instance-types"
    | "instance-addresses"
    | "load-balancers"
    | "databases"
    | "ipv6-only-subnets";
  /**
   * The last stage of which something was there already when the VPC was taken over. Until that stage, what is there stays as it is, and each stage brings what it lacks. Left out: there was no IPv6.
   */
  reached?:
    | "vpc-address-block"
    | "subnet-address-blocks"
    | "security"
    | "routes"
    | "instance-types"
    | "instance-addresses"
    | "load-balancers"
    | "databases";
  /**
   * What was there before, where the blueprint says what is to come.
   */
  readonly before: BeforeMigration;
}
/**
 * How subnets' blocks are cut out of the VPC's. A change moves subnets: AWS replaces them.
 */
export interface AddressPlan {
  /**
   * Length of each subnet's IPv4 block, 16 to 28. The default is computed from the VPC's size: /24 in a /16.
   */
  readonly ipv4PrefixLength?: number;
  /**
   * Length of each subnet's IPv6 block: AWS takes 44 to 64 in steps of 4. /64 is right nearly always.
   */
  readonly ipv6PrefixLength: number;
  /**
   * How many blocks the plan keeps for each tier, so that zones can be added later. The default is computed from the VPC's size and the number of zones.
   */
  readonly zonesPerTier?: 2 | 4 | 8 | 16;
}
/**
 * A tier: subnets of one kind, one in each availability zone, or in each of those that it names.
 */
export interface Tier {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * Which families the subnets have. IPv6-only subnets take Nitro instances only, and no RDS, EKS nodes or load balancers.
   */
  readonly addressing: "dual-stack" | "ipv6-only" | "ipv4-only";
  /**
   * `public`: default routes to the internet gateway, reachable from outside. `egress-only`: IPv6 goes out through the egress-only internet gateway, nothing comes in. `none`: no default route.
   */
  readonly internet: "none" | "public" | "egress-only";
  /**
   * The tier's place in the address plan, from 0. Left out: derived from the tier's name, so that it never moves. It does not change once applied: EC2 takes no block from a subnet whose hosts have addresses of it. A tier with a new name gets a new block.
   */
  readonly slot?: number;
  /**
   * The key in `network.vpc.additionalIpv4Cidrs` to take IPv4 addresses from. The default is the VPC's own block.
   */
  readonly ipv4Block?: string;
  /**
   * The key in `network.vpc.additionalIpv6Cidrs` to take IPv6 addresses from. The default is the VPC's own block.
   */
  readonly ipv6Block?: string;
  /**
   * The id of a pool of Amazon VPC IP Address Manager that plans the VPC's IPv4 addresses and is made elsewhere: the subnets' blocks, which the address plan gives, are allocated from it. A change replaces the subnets. Left out: no pool. Needs an AWS provider that has it: 6.40 does.
   */
  readonly ipv4IpamPoolId?: string;
  /**
   * The id of a pool of Amazon VPC IP Address Manager that plans the VPC's IPv6 addresses and is made elsewhere: the subnets' blocks, which the address plan gives, are allocated from it. A change replaces the subnets. Left out: no pool. Needs an AWS provider that has it: 6.40 does.
   */
  readonly ipv6IpamPoolId?: string;
  /**
   * The ARN of the Outpost on which the subnets stand; `availabilityZones` names its zone. A change replaces the subnets. Left out: they stand in AWS's own zones.
   */
  readonly outpostArn?: string;
  /**
   * The subnets' IPv4 blocks written out, one for each zone, to take over a plan which exists. Left out: the address plan gives them.
   */
  readonly ipv4Cidrs?: {readonly [name: string]: string};
  /**
   * The subnets' IPv6 blocks by number, one for each zone, to take over a plan which exists: 0 is the first block of `network.addressPlan.ipv6PrefixLength` in the VPC's, mostly its first /64. Left out: the address plan gives them.
   */
  readonly ipv6Numbers?: {readonly [name: string]: number};
  /**
   * The zones in which the tier has a subnet. Left out: all of `network.availabilityZones` but its Local Zones. One of a Local Zone with IPv6 has its block in `ipv6Block`, announced from there, so it is a tier of its own.
   */
  readonly availabilityZones?: readonly string[];
  /**
   * Another tier, whose route table these subnets have too; `internet`, `natGateway` and `nat64` must agree. Left out: a table of the tier's own.
   */
  readonly routeTable?: string;
  /**
   * The key in `network.natGateways` which IPv4 traffic goes out through (0.0.0.0/0). Left out: no IPv4 default route; NAT64 uses the only gateway there is.
   */
  readonly natGateway?: string;
  /**
   * With `nat64`: keys in `compute.instances`, hosts with `guest.nat64` and `sourceDestCheck: false` that translate instead of a NAT gateway. 64:ff9b::/96 leads to the one in the subnet's zone, else to the first. Left out: the NAT gateway translates.
   */
  readonly nat64Instances?: readonly string[];
  /**
   * Let all packets between the tier and the internet pass through this, in both directions and in both families: the routes of 0.0.0.0/0 and ::/0 that `internet` gives lead to the endpoint of the zone, and the internet gateway's own route table leads to the same one for each subnet's IPv4 and IPv6 block. The tier in which the endpoints stand needs `internet: public`. IPv6 of an `egress-only` tier goes out through the internet gateway then, since an egress-only gateway cannot send answers back through an endpoint: what may come in is for the inspection and for security groups to say. Left out: no inspection.
   */
  readonly inspection?: Inspection;
  /**
   * Reach IPv4-only hosts from IPv6: a route for 64:ff9b::/96 to the NAT gateway, or to `nat64Instances`, and DNS64 unless it is switched off.
   */
  readonly nat64: boolean;
  /**
   * Let the resolver make AAAA records under 64:ff9b::/96 for names with A records only. The default is the value of `nat64`: without that route such names hang.
   */
  readonly enableDns64?: boolean;
  /**
   * Give each instance a public IPv4 address, which AWS charges for. The default is false.
   */
  readonly mapPublicIpOnLaunch?: boolean;
  /**
   * Give each network interface an IPv6 address. The default is true where the tier has IPv6; IPv6-only subnets cannot have it false.
   */
  readonly assignIpv6AddressOnCreation?: boolean;
  /**
   * What private DNS names are made of: the IPv4 address (`ip-name`) or the instance id (`resource-name`). The default is resource-name for ipv6-only tiers (AWS takes nothing else there), ip-name elsewhere.
   */
  readonly privateDnsHostnameTypeOnLaunch?: "ip-name" | "resource-name";
  /**
   * Answer AAAA queries for resource names. The default is true for ipv6-only tiers, false elsewhere.
   */
  readonly enableResourceNameDnsAaaaRecordOnLaunch?: boolean;
  /**
   * Answer A queries for resource names. The default is false.
   */
  readonly enableResourceNameDnsARecordOnLaunch?: boolean;
  /**
   * Tags for the tier's subnets, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A NAT gateway, for IPv4 and for NAT64 (which every zonal NAT gateway can do).
 */
export interface NatGateway {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * `zonal` stands in a subnet of one zone, or with `perZone` of each. `regional` is one gateway of the whole VPC, without a subnet, public, and needs AWS provider 6.24: AWS gives it addresses in every zone that has network interfaces, unless `availabilityZoneAddress` says which.
   */
  readonly availabilityMode: "zonal" | "regional";
  /**
   * The Elastic IPs of a regional gateway by the letter of their zone, so that they are known and stay: it then has addresses in these zones only. Left out: AWS chooses addresses, and zones by where there are network interfaces.
   */
  readonly availabilityZoneAddress: {readonly [name: string]: NatGatewayAddress};
  /**
   * The tier that a zonal gateway stands in: a public tier with IPv4, unless `connectivityType` is private. Left out: the gateway is regional.
   */
  readonly subnet?: string;
  /**
   * `public` has an Elastic IP and reaches the internet, `private` reaches other networks only.
   */
  readonly connectivityType: "public" | "private";
  /**
   * One gateway in each zone, so that no zone depends on another and no traffic crosses zones: dearer, safer.
   */
  readonly perZone: boolean;
  /**
   * The zone of a gateway which is not `perZone`. The default is the first of `availabilityZones`.
   */
  readonly zone?: string;
  /**
   * The Elastic IPs of public zonal gateways that are made elsewhere, by the letter of their zone: others let these addresses in, or they outlive the network. A change of one replaces the gateway. Left out: one is made here for each gateway.
   */
  readonly allocationIds: {readonly [name: string]: string};
  /**
   * Tags for the gateways, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * The addresses of a regional NAT gateway in one zone.
 */
export interface NatGatewayAddress {
  /**
   * The allocation ids of Elastic IPs that are made elsewhere.
   */
  readonly allocationIds: readonly string[];
}
/**
 * Where a route leads: exactly one.
 */
export interface RouteTargetAlternatives {
  /**
   * The VPC's internet gateway, both ways.
   */
  readonly internetGateway: Empty;
  /**
   * The VPC's egress-only internet gateway: IPv6 out, answers in.
   */
  readonly egressOnlyInternetGateway: Empty;
  /**
   * A key in `network.natGateways`; with `perZone`, each zone's own.
   */
  readonly natGateway: string;
  /**
   * A key in `network.transitGatewayAttachments`.
   */
  readonly transitGateway: string;
  /**
   * A key in `network.vpcPeeringConnections`.
   */
  readonly vpcPeeringConnection: string;
  /**
   * A key in `network.virtualPrivateGateways`.
   */
  readonly virtualPrivateGateway: string;
  /**
   * A key in `compute.instances`, such as a router's or a NAT's own: it passes packets on only with `sourceDestCheck: false`.
   */
  readonly instance: string;
  /**
   * A key in `network.gatewayLoadBalancerEndpoints`: each zone's own.
   */
  readonly gatewayLoadBalancerEndpoint: string;
  /**
   * A key in `network.networkFirewalls`: each zone's own endpoint.
   */
  readonly networkFirewall: string;
  /**
   * The id of a transit gateway the VPC is attached to.
   */
  readonly transitGatewayId: string;
  /**
   * The id of a VPC peering connection.
   */
  readonly vpcPeeringConnectionId: string;
  /**
   * The id of a network interface, such as a firewall's.
   */
  readonly networkInterfaceId: string;
  /**
   * Ids of Gateway Load Balancer endpoints which are made elsewhere, such as those of a firewall, by the letter of the zone: the tier has a route table for each zone, which leads to the zone's own. All of the tier's zones have one.
   */
  readonly vpcEndpointIds: {readonly [name: string]: string};
  /**
   * The ARN of an AWS Cloud WAN core network which the VPC is attached to.
   */
  readonly coreNetworkArn: string;
  /**
   * The id of a virtual private gateway.
   */
  readonly virtualPrivateGatewayId: string;
}
/**
 * What looks at packets between the internet and a tier: exactly one.
 */
export interface InspectionAlternatives {
  /**
   * A key in `network.gatewayLoadBalancerEndpoints`: each zone's own.
   */
  readonly gatewayLoadBalancerEndpoint: string;
  /**
   * A key in `network.networkFirewalls`: each zone's own endpoint.
   */
  readonly networkFirewall: string;
  /**
   * Ids of Gateway Load Balancer endpoints which are made elsewhere, such as those of a firewall, by the letter of the zone: the tier has a route table for each zone, which leads to the zone's own. All of the tier's zones have one.
   */
  readonly vpcEndpointIds: {readonly [name: string]: string};
  /**
   * The id of a network interface, such as a firewall's.
   */
  readonly networkInterfaceId: string;
}
/**
 * A route in the route tables of a tier.
 */
export interface Route {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The block of addresses the route is for, IPv4 or IPv6. Quote IPv6. Left out: the route is for a prefix list.
   */
  readonly destination?: string;
  /**
   * Instead of `destination`: a key in `network.prefixLists`. The route is for all its entries, and counts as `maxEntries` routes. Left out: the route is for one block.
   */
  readonly destinationPrefixList?: string;
  /**
   * Instead of `destination`: the id of a prefix list which is made elsewhere. The route is for all its entries. Left out: it is for one block.
   */
  readonly destinationPrefixListId?: string;
  /**
   * Where the packets go.
   */
  readonly target: RouteTarget;
}
/**
 * Which addresses a network ACL entry is for: exactly one. Network ACLs know blocks only.
 */
export interface NetworkAclPeerAlternatives {
  /**
   * A block of IPv4 addresses.
   */
  readonly cidrIpv4: string;
  /**
   * A block of IPv6 addresses. Quote it.
   */
  readonly cidrIpv6: string;
  /**
   * All IPv4 blocks of the VPC: one entry for each, the further ones with the numbers behind `ruleNumber`.
   */
  readonly vpcIpv4: Empty;
  /**
   * All IPv6 blocks of the VPC, known after apply: one entry for each, the further ones with the numbers behind `ruleNumber`.
   */
  readonly vpcIpv6: Empty;
}
/**
 * One numbered entry of a network ACL. Entries are stateless: answers need their own.
 */
export interface NetworkAclEntry {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The lowest number which matches decides. Unique in its direction.
   */
  readonly ruleNumber: number;
  /**
   * Let the packets pass, or drop them.
   */
  readonly action: "allow" | "deny";
  /**
   * A name (tcp, udp, icmp, icmpv6, all) or an IANA number. ICMPv6 is 58, not icmp.
   */
  readonly protocol: string | number;
  /**
   * The source of incoming packets, the destination of outgoing ones.
   */
  readonly cidr: NetworkAclPeer;
  /**
   * The destination port or ports; needed for tcp and udp. Left out: no ports (ICMP, all).
   */
  readonly ports?: Ports;
  /**
   * The type, -1 for all. For ICMPv6, 2 is Packet Too Big, 128 an echo request. Only for ICMP, where it has to be written. Left out, Terraform sends type 0.
   */
  readonly icmpType?: number;
  /**
   * The code, -1 for all. Only for ICMP, where it has to be written. Left out, Terraform sends code 0.
   */
  readonly icmpCode?: number;
}
/**
 * A network ACL of one or more tiers. What no entry allows is dropped.
 */
export interface NetworkAcl {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The tiers it belongs to; a tier has one network ACL. None: it is made with its entries, ready for tiers that come from another one.
   */
  readonly subnets: readonly string[];
  /**
   * A set of entries which Hextet writes, with both families, ephemeral ports and ICMPv6 in order. Left out: only the entries below.
   */
  readonly preset?: "allow-all" | "web-dual-stack" | "web-ipv6" | "private-dual-stack" | "private-ipv6";
  /**
   * Entries for packets into the subnets, by name.
   */
  readonly ingress: {readonly [name: string]: NetworkAclEntry};
  /**
   * Entries for packets out of the subnets, by name.
   */
  readonly egress: {readonly [name: string]: NetworkAclEntry};
  /**
   * Tags for the network ACL, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * Whom a security group rule is about: exactly one.
 */
export interface PeerAlternatives {
  /**
   * 0.0.0.0/0 and ::/0: two rules.
   */
  readonly anywhere: Empty;
  /**
   * 0.0.0.0/0.
   */
  readonly anywhereIpv4: Empty;
  /**
   * ::/0.
   */
  readonly anywhereIpv6: Empty;
  /**
   * A block of IPv4 addresses.
   */
  readonly cidrIpv4: string;
  /**
   * A block of IPv6 addresses. Quote it.
   */
  readonly cidrIpv6: string;
  /**
   * A key in `network.securityGroups`: whoever has that group, in either family.
   */
  readonly securityGroup: string;
  /**
   * The id of a security group which is made elsewhere, in this VPC or in one that is peered with it in the same region: whoever has it, in either family.
   */
  readonly securityGroupId: string;
  /**
   * Whoever has this very security group.
   */
  readonly self: Empty;
  /**
   * A key in `network.subnets`: its subnets' blocks in every family they have.
   */
  readonly subnets: string;
  /**
   * The VPC's own blocks in both families.
   */
  readonly vpc: Empty;
  /**
   * A key in `network.prefixLists`.
   */
  readonly prefixList: string;
  /**
   * The id of a prefix list which exists.
   */
  readonly prefixListId: string;
  /**
   * The name of a prefix list which AWS keeps.
   */
  readonly managedPrefixList: string;
}
/**
 * What a security group lets in; answers pass by themselves.
 */
export interface IngressRule {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * A name (tcp, udp, icmp, icmpv6, all) or an IANA number. ICMPv6 is icmpv6, not icmp.
   */
  readonly protocol: string | number;
  /**
   * The destination port or ports; needed for tcp and udp. Left out: no ports (ICMP, all).
   */
  readonly ports?: Ports;
  /**
   * The type, -1 for all. For ICMPv6, 2 is Packet Too Big, 128 an echo request. The default is -1; only for ICMP.
   */
  readonly icmpType?: number;
  /**
   * The code, -1 for all. The default is -1; only for ICMP.
   */
  readonly icmpCode?: number;
  /**
   * What the rule is for, as the AWS console shows it. Left out: the rule's name.
   */
  readonly description?: string;
  /**
   * Who may send.
   */
  readonly from: Peer;
}
/**
 * What a security group lets out; answers pass by themselves.
 */
export interface EgressRule {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * A name (tcp, udp, icmp, icmpv6, all) or an IANA number. ICMPv6 is icmpv6, not icmp.
   */
  readonly protocol: string | number;
  /**
   * The destination port or ports; needed for tcp and udp. Left out: no ports (ICMP, all).
   */
  readonly ports?: Ports;
  /**
   * The type, -1 for all. For ICMPv6, 2 is Packet Too Big, 128 an echo request. The default is -1; only for ICMP.
   */
  readonly icmpType?: number;
  /**
   * The code, -1 for all. The default is -1; only for ICMP.
   */
  readonly icmpCode?: number;
  /**
   * What the rule is for, as the AWS console shows it. Left out: the rule's name.
   */
  readonly description?: string;
  /**
   * Where to.
   */
  readonly to: Peer;
}
/**
 * A security group: the stateful firewall of network interfaces.
 */
export interface SecurityGroup {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * What the group is for. AWS cannot change it later: a change replaces the group. The default is the group's name and the stack's.
   */
  readonly description?: string;
  /**
   * What is let in, by name. Nothing else is.
   */
  readonly ingress: {readonly [name: string]: IngressRule};
  /**
   * What is let out, by name. Left out: everything, to 0.0.0.0/0 and ::/0. `{}`: nothing.
   */
  readonly egress?: {readonly [name: string]: EgressRule};
  /**
   * Tags for the security group, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * One block of a prefix list.
 */
export interface PrefixListEntry {
  /**
   * A block of the list's family. Quote IPv6.
   */
  readonly cidr: string;
  /**
   * What the block is. Left out: the entry's name.
   */
  readonly description?: string;
}
/**
 * A managed prefix list of your own: named blocks which security group rules refer to.
 */
export interface PrefixList {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The family of all entries.
   */
  readonly addressFamily: "IPv4" | "IPv6";
  /**
   * The blocks, by name.
   */
  readonly entries: {readonly [name: string]: PrefixListEntry};
  /**
   * How many entries the list may ever have: a rule which refers to it counts as that many. The default is the number of entries.
   */
  readonly maxEntries?: number;
  /**
   * Tags for the prefix list, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * What hosts learn by DHCP and DHCPv6.
 */
export interface DhcpOptions {
  /**
   * The domain to search. Left out: AWS's own, such as eu-west-1.compute.internal.
   */
  readonly domainName?: string;
  /**
   * Up to four servers of either family, or AmazonProvidedDNS. Left out: AmazonProvidedDNS. DNS64 is done by that one only.
   */
  readonly domainNameServers?: readonly string[];
  /**
   * Up to four servers of either family. Left out: none; Amazon's are 169.254.169.123 and fd00:ec2::123.
   */
  readonly ntpServers?: readonly string[];
  /**
   * Seconds until a host renews its IPv6 lease. Left out: AWS's own, 140.
   */
  readonly ipv6AddressPreferredLeaseTime?: number;
  /**
   * Tags for the DHCP options, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * VPC Block Public Access: the mode is one for ALL VPCs of the account in the region, those of other stacks and of other people too. The exclusions are this VPC's.
 */
export interface BlockPublicAccess {
  /**
   * `block-bidirectional`: nothing passes internet gateways and egress-only internet gateways. `block-ingress`: NAT gateways and egress-only internet gateways reach the internet, and nothing else does or is reached. `off`: all is open. IPv6 is blocked like IPv4.
   */
  readonly internetGatewayBlockMode: "block-bidirectional" | "block-ingress" | "off";
  /**
   * `true`: this stack sets the mode, and its apply shuts or opens ALL VPCs of the account in the region; its destruction opens them all. One blueprint of an account and region should do so. `false`: the mode is set elsewhere, such as by a policy of the organization, and is written here so that rules and `hextet reach` know it.
   */
  readonly setForAccountAndRegion: boolean;
  /**
   * What is not blocked, by name. AWS counts one for a VPC, one for each subnet, and allows 50 in an account.
   */
  readonly exclusions: {readonly [name: string]: PublicAccessExclusion};
}
/**
 * An exclusion from VPC Block Public Access: of the whole VPC, or of tiers. A subnet that sends its packets through a NAT gateway or an appliance in an excluded subnet needs none itself.
 */
export interface PublicAccessExclusion {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * `allow-bidirectional`: all that internet gateways and egress-only internet gateways carry passes. `allow-egress`: under `block-bidirectional`, NAT gateways and egress-only internet gateways reach the internet; AWS ignores it under `block-ingress`.
   */
  readonly internetGatewayExclusionMode: "allow-bidirectional" | "allow-egress";
  /**
   * The tiers whose subnets are excluded, each by an exclusion of its own. Left out: the whole VPC is, by one exclusion.
   */
  readonly subnets?: readonly string[];
  /**
   * Tags for the exclusion, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A log group for flow logs.
 */
export interface CloudWatchLogs {
  /**
   * Days to keep the records; AWS takes certain numbers only, such as 7, 30, 365.
   */
  readonly retentionInDays: number;
  /**
   * The ARN of the key to encrypt the log group with. Left out: AWS's own key.
   */
  readonly kmsKeyId?: string;
}
/**
 * A log group which exists, and perhaps the role that writes to it.
 */
export interface ExistingLogGroup {
  /**
   * The ARN of the log group, without `:*` at its end.
   */
  readonly logGroupArn: string;
  /**
   * The ARN of a role which exists, may write to the log group and trusts vpc-flow-logs.amazonaws.com. Left out: Hextet makes one.
   */
  readonly iamRoleArn?: string;
}
/**
 * A delivery stream of Amazon Data Firehose for flow logs. One of another account is written to by two roles.
 */
export interface FlowLogStream {
  /**
   * The ARN of the delivery stream.
   */
  readonly deliveryStreamArn: string;
  /**
   * The roles by which records get to a delivery stream of another account. Left out: the stream is of this account, and AWS's own service-linked role writes to it.
   */
  readonly crossAccount?: CrossAccountDelivery;
}
/**
 * Two roles which exist: the first, of this account, takes on the second.
 */
export interface CrossAccountDelivery {
  /**
   * The ARN of a role of this account that trusts delivery.logs.amazonaws.com and may take on the other one.
   */
  readonly iamRoleArn: string;
  /**
   * The ARN of a role of the stream's account that may write to it.
   */
  readonly deliverCrossAccountRole: string;
}
/**
 * An S3 bucket for flow logs.
 */
export interface FlowLogBucket {
  /**
   * The ARN of the bucket, which must exist and let log delivery write.
   */
  readonly bucketArn: string;
  /**
   * `parquet` is smaller and quicker to query.
   */
  readonly fileFormat: "plain-text" | "parquet";
  /**
   * Write folders such as `year=2026/month=11/day=29`, which Hive, Athena and others read as partitions.
   */
  readonly hiveCompatiblePartitions: boolean;
  /**
   * A folder for each hour in place of each day.
   */
  readonly perHourPartition: boolean;
  /**
   * A folder in the bucket. Left out: none.
   */
  readonly prefix?: string;
}
/**
 * Where flow logs are written: exactly one.
 */
export interface FlowLogDestinationAlternatives {
  /**
   * A log group which Hextet makes.
   */
  readonly cloudWatchLogs: CloudWatchLogs;
  /**
   * A log group of CloudWatch Logs which exists.
   */
  readonly existingLogGroup: ExistingLogGroup;
  /**
   * A bucket which exists.
   */
  readonly s3: FlowLogBucket;
  /**
   * A delivery stream of Amazon Data Firehose which exists.
   */
  readonly firehose: FlowLogStream;
}
/**
 * Records of the traffic in the VPC or in some tiers.
 */
export interface FlowLog {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * Which traffic is recorded.
   */
  readonly trafficType: "ALL" | "ACCEPT" | "REJECT";
  /**
   * Where the records are written.
   */
  readonly destination: FlowLogDestination;
  /**
   * The tiers to record. Left out: the whole VPC.
   */
  readonly subnets?: readonly string[];
  /**
   * Seconds over which a flow is summed up.
   */
  readonly maxAggregationInterval: 60 | 600;
  /**
   * The fields of a record in order, without `${}`. Left out: a list which tells IPv6 apart (`type`, `pkt-srcaddr`, `pkt-dstaddr` among them); AWS's own list does not.
   */
  readonly fields?: readonly string[];
  /**
   * Tags for the flow log, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * Routes to the service in the route tables of tiers: free of charge, and for Amazon S3 and DynamoDB only.
 */
export interface GatewayVpcEndpoint {
  /**
   * The tiers whose route tables get the routes. A route table takes one endpoint for a service.
   */
  readonly routeTables: readonly string[];
}
/**
 * The addresses of an interface endpoint in one zone.
 */
export interface SubnetConfiguration {
  /**
   * An address of the subnet's IPv4 block. Left out: the endpoint has no IPv4.
   */
  readonly ipv4?: string;
  /**
   * In full, or only the host part in the subnet's block, such as "::53". Left out: the endpoint has no IPv6.
   */
  readonly ipv6?: string;
}
/**
 * A network interface in each zone (AWS PrivateLink), paid for by the hour and by the gigabyte.
 */
export interface InterfaceVpcEndpoint {
  /**
   * The tiers in which the network interfaces stand: one subnet in each zone, so as a rule one tier; several when no zone is in two of them.
   */
  readonly subnets: readonly string[];
  /**
   * The keys in `network.securityGroups` which guard the endpoint: let HTTPS in from its clients.
   */
  readonly securityGroups: readonly string[];
  /**
   * The addresses of the endpoint that others know, by the letter of their zone: one for each family of `ipAddressType`. A change of one replaces the network interface in that zone, which is without the service meanwhile. Left out: AWS chooses all.
   */
  readonly subnetConfigurations: {readonly [name: string]: SubnetConfiguration};
  /**
   * Let the service's usual name lead to the endpoint inside the VPC. Without it clients have to be told the endpoint's own name. A service that is not AWS's own needs a private name that is proved, or AWS refuses the endpoint: write false where it has none.
   */
  readonly privateDnsEnabled: boolean;
  /**
   * Let the service's usual name lead to the endpoint only for those who ask an inbound Resolver endpoint, such as an office; hosts of the VPC keep the gateway endpoint, which costs nothing. For Amazon S3 beside a gateway endpoint.
   */
  readonly privateDnsOnlyForInboundResolverEndpoint: boolean;
}
/**
 * How the endpoint is reached: exactly one.
 */
export interface VpcEndpointTypeAlternatives {
  /**
   * By routes: Amazon S3 and DynamoDB.
   */
  readonly gateway: GatewayVpcEndpoint;
  /**
   * By network interfaces: nearly every service.
   */
  readonly interface: InterfaceVpcEndpoint;
}
/**
 * A way to an AWS service which does not leave the VPC.
 */
export interface VpcEndpoint {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The end of the service's name, such as `ssm`, `ssmmessages`, `ecr.api` or `s3`; or its whole name, such as `com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0`.
   */
  readonly service: string;
  /**
   * How the endpoint is reached.
   */
  readonly type: VpcEndpointType;
  /**
   * `ipv4` needs IPv4 in all its subnets, `dualstack` both families in all, `ipv6` IPv6-only subnets alone. The default is what the tiers can: dualstack when all are dual-stack, ipv6 when all are ipv6-only, ipv4 otherwise and for services known to have no IPv6 endpoint.
   */
  readonly ipAddressType?: "ipv4" | "dualstack" | "ipv6";
  /**
   * Which records the service's names get inside the VPC. The default is that of `ipAddressType` for an interface endpoint, AWS's service-defined for a gateway endpoint: the service's usual name has A records only there, its dual-stack name both.
   */
  readonly dnsRecordIpType?: "ipv4" | "dualstack" | "ipv6" | "service-defined";
  /**
   * The endpoint policy as a JSON text. Left out: AWS's own, which allows everything.
   */
  readonly policy?: string;
  /**
   * Tags for the endpoint, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A way to SSH into private hosts with IAM in front and no bastion.
 */
export interface InstanceConnectEndpoint {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The tier in which it stands; it reaches hosts in the whole VPC, by the families of this tier.
   */
  readonly subnet: string;
  /**
   * The zone of its subnet. The default is the first of `availabilityZones`.
   */
  readonly zone?: string;
  /**
   * The keys in `network.securityGroups` for its network interface: hosts let SSH in from them.
   */
  readonly securityGroups: readonly string[];
  /**
   * `dualstack` needs a dual-stack tier, `ipv4` and `ipv6` a tier with that family. Left out: AWS takes what the tier has. Written, it is made by the provider hook `instance-connect-endpoint-address-type` where a provider version in use has no argument for it.
   */
  readonly ipAddressType?: "ipv4" | "dualstack" | "ipv6";
  /**
   * Let hosts see the client's own IPv4 address in place of the endpoint's. IPv4 endpoints only.
   */
  readonly preserveClientIp: boolean;
  /**
   * Tags for the endpoint, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * Hands packets of both families to appliances, in GENEVE over IPv4. An endpoint service in `network.vpcEndpointServices` offers it to Gateway Load Balancer endpoints, of this blueprint and of others.
 */
export interface GatewayLoadBalancer {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * The tier it stands in: endpoints can be in its zones only. A zone that goes replaces it.
   */
  readonly subnets: string;
  /**
   * `dualstack` takes packets of both families, and needs a dual-stack tier; its appliances see both in an IPv4 GENEVE packet. Left out: `dualstack` in a dual-stack tier, else `ipv4`.
   */
  readonly ipAddressType?: "ipv4" | "dualstack";
  /**
   * A key in `targetGroups`, with protocol GENEVE and port 6081: the appliances.
   */
  readonly targetGroup: string;
  /**
   * Hand packets to the appliances of all zones. Without, a zone whose appliances are all ill loses its packets.
   */
  readonly crossZone: boolean;
  /**
   * Refuse to delete it, also by `terraform destroy`.
   */
  readonly deletionProtection: boolean;
  /**
   * Tags for the load balancer, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A way to the appliances behind a Gateway Load Balancer, which see packets with their own addresses: one endpoint in each zone of a tier. What the appliances let pass goes on by the route tables of that tier.
 */
export interface GatewayLoadBalancerEndpoint {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The name of the endpoint service that the Gateway Load Balancer stands behind, when it is made elsewhere. Left out: `endpointService` names one of this blueprint.
   */
  readonly serviceName?: string;
  /**
   * A key in `network.vpcEndpointServices`, in front of Gateway Load Balancers. A connection that the service wants accepted is accepted at once: both are of one account. Left out: `serviceName` names a service that is made elsewhere.
   */
  readonly endpointService?: string;
  /**
   * The tier in which the endpoints stand: one of their own, since its route table says where inspected packets go.
   */
  readonly subnets: string;
  /**
   * `dualstack` takes packets of both families; the service behind it must support it too. Left out: what the tier has: `dualstack` in a dual-stack tier, `ipv6` in one with IPv6 alone, `ipv4` in one with IPv4 alone.
   */
  readonly ipAddressType?: "ipv4" | "dualstack" | "ipv6";
  /**
   * Tags for the endpoint, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * One rule by protocol, addresses and ports. Answers to what one of them passes need no rule.
 */
export interface FirewallStatefulRule {
  /**
   * Suricata's id of the rule, unique in its group. The rules of a group are taken in the order of their numbers.
   */
  readonly sid: number;
  /**
   * `PASS` lets the connection through. `DROP` loses packets in silence, `REJECT` resets TCP too: answers of other connections as well, where addresses and ports match. `ALERT` writes an alert and asks the next rule.
   */
  readonly action: "PASS" | "DROP" | "ALERT" | "REJECT";
  /**
   * `ICMP` is ICMP and ICMPv6, `IP` is everything. The words of applications, such as `TLS`, are told by Suricata from what is in the packets. Provider 5.100 knows neither `HTTP2` nor `QUIC`.
   */
  protocol:
    | "IP"
    | "TCP"
    | "UDP"
    | "ICMP"
    | "HTTP"
    | "FTP"
    | "TLS"
    | "SMB"
    | "DNS"
    | "DCERPC"
    | "SSH"
    | "SMTP"
    | "IMAP"
    | "MSN"
    | "KRB5"
    | "IKEV2"
    | "TFTP"
    | "NTP"
    | "DHCP"
    | "HTTP2"
    | "QUIC";
  /**
   * Where the connection comes from.
   */
  readonly source: string;
  /**
   * The port that it comes from, or a range of them. Left out: any.
   */
  readonly sourcePort?: Ports;
  /**
   * Where the connection goes.
   */
  readonly destination: string;
  /**
   * The port that it goes to, or a range of them. Left out: any.
   */
  readonly destinationPort?: Ports;
  /**
   * `ANY` matches connections from the destination to the source, too.
   */
  readonly direction: "FORWARD" | "ANY";
}
/**
 * Names that web clients of the home network may call, or may not. Suricata reads them from TLS and HTTP, of both families.
 */
export interface FirewallRulesSourceList {
  /**
   * `ALLOWLIST`: the names pass, and all other names of these protocols are dropped. `DENYLIST`: the names are dropped; `REJECTLIST` resets TCP too. `ALERTLIST`: an alert is written, and other rules decide. Provider 5.100 knows the first and second only.
   */
  readonly generatedRulesType: "ALLOWLIST" | "DENYLIST" | "REJECTLIST" | "ALERTLIST";
  /**
   * Names as they are; one that begins with a dot stands for itself and all below it.
   */
  readonly targets: readonly string[];
  /**
   * `TLS_SNI` reads the name in the handshake of TLS, `HTTP_HOST` the one in the request of HTTP. Left out: both.
   */
  readonly targetTypes?: readonly ("TLS_SNI" | "HTTP_HOST")[];
}
/**
 * What the group consists of: exactly one.
 */
export interface FirewallRulesSourceAlternatives {
  /**
   * Rules by protocol, addresses and ports, by name.
   */
  readonly statefulRules: {readonly [name: string]: FirewallStatefulRule};
  /**
   * A list of names.
   */
  readonly rulesSourceList: FirewallRulesSourceList;
  /**
   * Rules in Suricata's own words, one a line. They are handed on as they are: Hextet counts them and looks at their numbers (sid), and at nothing else.
   */
  readonly rulesString: string;
  /**
   * A stateful rule group which is made elsewhere, such as one that AWS manages. It takes its rules in strict order.
   */
  readonly ruleGroupArn: string;
}
/**
 * Stateful rules that are taken one after another.
 */
export interface FirewallRuleGroup {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * The group with the lowest number comes first. Unique in the policy.
   */
  readonly priority: number;
  /**
   * How many rules the group may ever have: AWS fixes it when the group is made, and another number makes the group anew. Not for a group which is made elsewhere.
   */
  readonly capacity: number;
  /**
   * What the group consists of.
   */
  readonly rulesSource: FirewallRulesSource;
}
/**
 * What becomes of packets: first one default for each packet by itself, then rules that know connections, in strict order.
 */
export interface FirewallPolicy {
  /**
   * What becomes of each packet before any rule is asked. `aws:forward_to_sfe` hands it to the rules; `aws:pass` and `aws:drop` decide all by themselves.
   */
  readonly statelessDefaultAction: "aws:pass" | "aws:drop" | "aws:forward_to_sfe";
  /**
   * The same for fragments of UDP packets. AWS drops fragments of other protocols.
   */
  readonly statelessFragmentDefaultAction: "aws:pass" | "aws:drop" | "aws:forward_to_sfe";
  /**
   * What becomes of a connection that no rule speaks of. `aws:drop_strict` drops every packet, `aws:drop_established` those behind the handshake, so that rules can read names; `aws:alert_*` writes alerts of them. Left out: it passes.
   */
  readonly statefulDefaultActions: readonly (
    "aws:drop_strict" | "aws:drop_established" | "aws:alert_strict" | "aws:alert_established"
  )[];
  /**
   * The blocks that `$HOME_NET` stands for, in both families; `$EXTERNAL_NET` is everything else. Left out: all blocks of the VPC, IPv6 too. Written, they take the place of the VPC's own.
   */
  readonly homeNet?: readonly string[];
  /**
   * Stateful rule groups by name.
   */
  readonly ruleGroups: {readonly [name: string]: FirewallRuleGroup};
}
/**
 * An S3 bucket for a firewall's log.
 */
export interface FirewallLogBucket {
  /**
   * The name of the bucket, which must exist and let log delivery write.
   */
  readonly bucketName: string;
  /**
   * A folder in the bucket. Left out: none.
   */
  readonly prefix?: string;
}
/**
 * A stream of Amazon Data Firehose for a firewall's log.
 */
export interface FirewallDeliveryStream {
  /**
   * The name of the stream, which must exist.
   */
  readonly deliveryStream: string;
}
/**
 * Where a log of the firewall is written: exactly one.
 */
export interface FirewallLogDestinationAlternatives {
  /**
   * A log group which Hextet makes.
   */
  readonly cloudWatchLogs: CloudWatchLogs;
  /**
   * A bucket which exists.
   */
  readonly s3: FirewallLogBucket;
  /**
   * A delivery stream which exists.
   */
  readonly kinesisDataFirehose: FirewallDeliveryStream;
}
/**
 * What the firewall writes down of the packets that reach its stateful rules.
 */
export interface FirewallLogging {
  /**
   * Every connection. Left out: not written.
   */
  readonly flow?: FirewallLogDestination;
  /**
   * What rules and default actions drop, reject and alert of. Left out: not written.
   */
  readonly alert?: FirewallLogDestination;
}
/**
 * An AWS Network Firewall: an endpoint in each zone of a tier. Packets come to it by routes: `inspection` of a tier, `internetGatewayRoutes`, `routes`. What it lets pass goes on by the route tables of its own tier.
 */
export interface NetworkFirewall {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * The tier in which the endpoints stand: one of their own, since the firewall sees no packets of the subnet that it stands in.
   */
  readonly subnets: string;
  /**
   * Which packets the endpoints take: `DUALSTACK` takes those of both families. AWS never changes it: another one makes the endpoints anew. Left out: what the tier has: `DUALSTACK` in a dual-stack tier, `IPV6` in one with IPv6 alone, `IPV4` in one with IPv4 alone.
   */
  readonly ipAddressType?: "DUALSTACK" | "IPV4" | "IPV6";
  /**
   * What becomes of packets. Left out: everything passes.
   */
  readonly firewallPolicy: FirewallPolicy;
  /**
   * What the firewall writes down. Left out: nothing.
   */
  readonly logging?: FirewallLogging;
  /**
   * AWS refuses to delete the firewall until this is false again.
   */
  readonly deleteProtection: boolean;
  /**
   * AWS refuses to give the firewall other subnets until this is false again.
   */
  readonly subnetChangeProtection: boolean;
  /**
   * AWS refuses to give the firewall another policy until this is false again; what is in the policy may change.
   */
  readonly firewallPolicyChangeProtection: boolean;
  /**
   * Tags for the firewall, its policy, rule groups and log groups, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * What is behind load balancers, offered to other VPCs and accounts by AWS PrivateLink.
 */
export interface VpcEndpointService {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * Keys in `loadBalancers`, of type network, or in `network.gatewayLoadBalancers`: all of one kind. A load balancer stands behind one endpoint service.
   */
  readonly loadBalancers: readonly string[];
  /**
   * In which families endpoints take connections. `ipv6` needs load balancers that are all dualstack; their targets may be IPv4. The default is both where they all are, else ipv4.
   */
  readonly supportedIpAddressTypes?: readonly ("ipv4" | "ipv6")[];
  /**
   * A new endpoint waits until somebody accepts it.
   */
  readonly acceptanceRequired: boolean;
  /**
   * ARNs of the accounts, users and roles that may make endpoints; `*` is everybody. None: no other account may.
   */
  readonly allowedPrincipals: readonly string[];
  /**
   * A name that leads to the endpoints inside their VPCs. AWS wants it proved by a TXT record, which the output `vpcEndpointServicePrivateDnsRecord` tells, and the proof is started by hand. Left out: none. Terraform takes a name that is left out again for one that it need not change.
   */
  readonly privateDnsName?: string;
  /**
   * Regions from which endpoints may connect; the blueprint's own is always one. None: the own alone. Terraform takes a list that is left out again for one that it need not change: write the own region instead.
   */
  readonly supportedRegions: readonly string[];
  /**
   * Tags for the service, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A block of addresses you bring to AWS with this pool.
 */
export interface ByoipCidr {
  /**
   * The whole range: a /48 or shorter when it is to be advertised, a /56 or shorter otherwise. Quote it.
   */
  readonly cidr: string;
  /**
   * The authorization message, as plain text: `1|aws|account|block|date|SHA256|RSAPSS`.
   */
  readonly message: string;
  /**
   * The message's signature by the key of the certificate in the registry's record. It proves nothing without the registry, so it is no secret.
   */
  readonly signature: string;
}
/**
 * A block that a pool hands out parts of: exactly one.
 */
export interface IpamPoolCidrAlternatives {
  /**
   * So large a block of the source pool's, or of Amazon's.
   */
  readonly netmaskLength: number;
  /**
   * This block of the source pool's, or a private one.
   */
  readonly cidr: string;
  /**
   * A range of your own, with the proof that it is yours.
   */
  readonly byoip: ByoipCidr;
}
/**
 * Blocks from which VPCs, or further pools, take theirs.
 */
export interface IpamPool {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * `public` for addresses of the internet, `private` for those that stay inside: ULA, and your own global ones with `enablePrivateGua`. The default is that of the `source`, or public.
   */
  readonly scope?: "public" | "private";
  /**
   * The family of its blocks. The default is that of the `source`, or ipv6.
   */
  readonly addressFamily?: "ipv4" | "ipv6";
  /**
   * The pool whose blocks it divides: a key in `ipam.pools`. Left out: a pool of the first level.
   */
  readonly source?: string;
  /**
   * The region whose VPCs may take blocks from it. The default is that of the `source`, or none.
   */
  readonly locale?: string;
  /**
   * Of a public pool: Amazon's, or your own (`byoip`). The default is that of the `source`, or byoip.
   */
  readonly publicIpSource?: "amazon" | "byoip";
  /**
   * Whether your own IPv6 range may be advertised on the internet. Left out: it may, where that can be said at all.
   */
  readonly publiclyAdvertisable?: boolean;
  /**
   * The prefix length of a block for which nobody asks otherwise. Left out: every taker says one.
   */
  readonly allocationDefaultNetmaskLength?: number;
  /**
   * The shortest prefix length, and so the largest block, that may be taken. Left out: no limit.
   */
  readonly allocationMinNetmaskLength?: number;
  /**
   * The longest prefix length, and so the smallest block, that may be taken. Left out: no limit.
   */
  readonly allocationMaxNetmaskLength?: number;
  /**
   * Its blocks by name. The name stays: under another one the block is taken from the pool and provisioned again.
   */
  readonly cidrs: {readonly [name: string]: IpamPoolCidr};
  /**
   * Tags for the pool, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * One IPAM, its two default scopes and the pools in them.
 */
export interface IpamSettings {
  /**
   * `free` or `advanced`; what each can do, and costs, is on the VPC pricing page.
   */
  readonly tier: "free" | "advanced";
  /**
   * Regions in which it manages addresses; a pool's `locale` is one of them. The default is the blueprint's region alone.
   */
  readonly operatingRegions?: readonly string[];
  /**
   * Take global addresses of your own as private ones.
   */
  readonly enablePrivateGua: boolean;
  /**
   * The pools by name.
   */
  readonly pools: {readonly [name: string]: IpamPool};
  /**
   * Tags for the IPAM, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A peering connection that is asked for here.
 */
export interface VpcPeeringRequest {
  /**
   * The id of the VPC on the far side.
   */
  readonly peerVpcId: string;
  /**
   * The region of the far side. Left out: the blueprint's own.
   */
  readonly peerRegion?: string;
  /**
   * The account of the far side. Left out: the blueprint's own.
   */
  readonly peerOwnerId?: string;
}
/**
 * A peering connection that the far side asked for, accepted here.
 */
export interface VpcPeeringAcceptance {
  /**
   * The id of the peering connection that waits to be accepted.
   */
  readonly vpcPeeringConnectionId: string;
}
/**
 * Which side of the peering connection this VPC is: exactly one.
 */
export interface VpcPeeringSideAlternatives {
  /**
   * This side asks. Within one account and region the request is accepted at once; otherwise the far side accepts it.
   */
  readonly request: VpcPeeringRequest;
  /**
   * The far side has asked; this side accepts.
   */
  readonly accept: VpcPeeringAcceptance;
}
/**
 * A direct connection to one other VPC. It carries IPv6 as it carries IPv4: by routes on both sides.
 */
export interface VpcPeeringConnection {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * Whether this VPC asks for the connection, or accepts it.
   */
  readonly side: VpcPeeringSide;
  /**
   * Ids of route tables of the far side, of the blueprint's account and region: they get a route back for each IPv4 and IPv6 block of this VPC. Left out: the way back is made elsewhere.
   */
  readonly peerRouteTableIds?: readonly string[];
  /**
   * Tags for the connection, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A transit gateway made by this stack.
 */
export interface TransitGateway {
  /**
   * The private number for BGP on Amazon's side. Left out: 64512.
   */
  readonly amazonSideAsn?: number;
  /**
   * Accept attachments of other accounts at once.
   */
  readonly autoAcceptSharedAttachments: boolean;
  /**
   * Associate attachments that say no other with the gateway's default route table. Changed later, Terraform makes a new transit gateway.
   */
  readonly defaultRouteTableAssociation: "enable" | "disable";
  /**
   * Let the gateway's default route table learn the blocks of attached VPCs. Changed later, Terraform makes a new transit gateway.
   */
  readonly defaultRouteTablePropagation: "enable" | "disable";
  /**
   * Let inbound rules for groups of other attached VPCs match, as they do over VPC peering. AWS's own default.
   */
  readonly securityGroupReferencingSupport: "enable" | "disable";
}
/**
 * The transit gateway: exactly one.
 */
export interface TransitGatewayChoiceAlternatives {
  /**
   * The id of a transit gateway that is made elsewhere, perhaps shared with this account.
   */
  readonly id: string;
  /**
   * A transit gateway made here, of the attachment's name.
   */
  readonly create: TransitGateway;
}
/**
 * Attaches the VPC to a transit gateway: a network interface in each of the subnets.
 */
export interface TransitGatewayAttachment {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The transit gateway: one made elsewhere, or one made here.
   */
  readonly transitGateway: TransitGatewayChoice;
  /**
   * Tiers in whose subnets the interfaces stand: one subnet in each zone. Traffic of a zone without one does not reach the gateway.
   */
  readonly subnets: readonly string[];
  /**
   * Carry IPv6. AWS's own default is `disable`.
   */
  readonly ipv6Support: "enable" | "disable";
  /**
   * Answer DNS queries of attached VPCs for public names of this VPC's hosts with their private IPv4 addresses.
   */
  readonly dnsSupport: "enable" | "disable";
  /**
   * Keep both directions of a flow in one zone, as a stateful appliance in this VPC needs it.
   */
  readonly applianceModeSupport: "enable" | "disable";
  /**
   * Let rules for groups of other attached VPCs match. The gateway must support it too.
   */
  readonly securityGroupReferencingSupport: "enable" | "disable";
  /**
   * The route table that the gateway looks up for what comes in by the attachment.
   */
  readonly association: TransitGatewayAssociation;
  /**
   * Route tables that learn the blocks of the attached VPC, by a name: both families, IPv6 with `ipv6Support`.
   */
  readonly propagations: {readonly [name: string]: TransitGatewayRouteTableChoice};
  /**
   * The gateway's default propagation route table learns the blocks of the VPC. Nothing is there to learn where the gateway's own `defaultRouteTablePropagation` is off.
   */
  readonly defaultRouteTablePropagation: boolean;
  /**
   * Ids of route tables of the far side, of the blueprint's account and region: they get a route back for each IPv4 and IPv6 block of this VPC. Left out: the way back is made elsewhere.
   */
  readonly peerRouteTableIds?: readonly string[];
  /**
   * Tags for the attachment and a gateway made here, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A route table of the transit gateway: exactly one.
 */
export interface TransitGatewayRouteTableChoiceAlternatives {
  /**
   * A key in `network.transitGatewayRouteTables`.
   */
  readonly routeTable: string;
  /**
   * The id of a route table of the transit gateway that is made elsewhere.
   */
  readonly routeTableId: string;
}
/**
 * The route table that the transit gateway looks up for what comes in by the attachment: exactly one.
 */
export interface TransitGatewayAssociationAlternatives {
  /**
   * The gateway's default association route table.
   */
  readonly defaultRouteTable: Empty;
  /**
   * A key in `network.transitGatewayRouteTables`.
   */
  readonly routeTable: string;
  /**
   * The id of a route table of the transit gateway that is made elsewhere.
   */
  readonly routeTableId: string;
  /**
   * No association is made here: the owner of a shared gateway makes it, and until then the gateway drops what comes in.
   */
  readonly none: Empty;
}
/**
 * Where a route of a transit gateway leads: exactly one.
 */
export interface TransitGatewayRouteTargetAlternatives {
  /**
   * A key in `network.transitGatewayAttachments` or `network.foreignTransitGatewayAttachments`.
   */
  readonly attachment: string;
  /**
   * A key in `network.vpnConnections`: one on this transit gateway.
   */
  readonly vpnConnection: string;
  /**
   * The id of an attachment that is made elsewhere: of another VPC, a VPN or a peered transit gateway.
   */
  readonly attachmentId: string;
  /**
   * The gateway drops the packets.
   */
  readonly blackhole: Empty;
}
/**
 * A static route in a route table of a transit gateway.
 */
export interface TransitGatewayRoute {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The block of addresses the route is for, IPv4 or IPv6. Quote IPv6.
   */
  readonly destination: string;
  /**
   * Where the packets go.
   */
  readonly target: TransitGatewayRouteTarget;
}
/**
 * A route table of a transit gateway: its static routes. Which attachments are associated with it and propagate into it, the attachments say.
 */
export interface TransitGatewayRouteTable {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The transit gateway whose table it is, by the attachment to it: a key in `network.transitGatewayAttachments`.
   */
  readonly transitGateway: string;
  /**
   * Static routes by name. Of routes that fit a packet the longest prefix wins, and a static route wins against a propagated one.
   */
  readonly routes: {readonly [name: string]: TransitGatewayRoute};
  /**
   * Tags for the route table, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * An attachment that is made elsewhere: the owner of a transit gateway that other accounts share says here where it belongs.
 */
export interface ForeignTransitGatewayAttachment {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The id of the attachment.
   */
  readonly id: string;
  /**
   * The transit gateway that it is attached to, by the attachment to it: a key in `network.transitGatewayAttachments`.
   */
  readonly transitGateway: string;
  /**
   * The route table that the gateway looks up for what comes in by it. Left out: none is made here.
   */
  readonly association?: TransitGatewayRouteTableChoice;
  /**
   * Route tables that learn the blocks of the attached VPC, by a name: both families, IPv6 with `ipv6Support`.
   */
  readonly propagations: {readonly [name: string]: TransitGatewayRouteTableChoice};
  /**
   * Accept it here: an attachment of another account waits for the gateway's owner where `autoAcceptSharedAttachments` is off. Without `association` it belongs to the gateway's default table then, where that is on. Once it was accepted here, Terraform deletes the attachment of the other account when this goes.
   */
  readonly accept: boolean;
  /**
   * With `accept`: the gateway's default propagation route table learns the blocks of the VPC. Nothing is there to learn where the gateway's own `defaultRouteTablePropagation` is off: write false where it is made elsewhere.
   */
  readonly defaultRouteTablePropagation: boolean;
}
/**
 * What this stack makes, shared with other accounts by AWS RAM. An account of the same organization, where sharing with AWS Organizations is enabled, has it at once; any other accepts an invitation first, which runs out after seven days where transit gateways, prefix lists or Resolver rules are shared, else after twelve hours.
 */
export interface ResourceShare {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * Whom it is shared with: ids of accounts, in quotes, and ARNs of organizational units and of the organization. The last two need sharing with AWS Organizations. None: nobody yet.
   */
  readonly principals: readonly string[];
  /**
   * Let accounts outside of the organization be principals. AWS's own default is true.
   */
  readonly allowExternalPrincipals: boolean;
  /**
   * Transit gateways that are made here, by the attachment that makes them: keys in `network.transitGatewayAttachments`. Who attaches waits until the attachment is accepted, unless `autoAcceptSharedAttachments` is on.
   */
  readonly transitGateways: readonly string[];
  /**
   * Tiers whose subnets are shared, with accounts of the own organization only. What the participants make there has security groups of their own, or shared ones.
   */
  readonly subnets: readonly string[];
  /**
   * Keys in `network.securityGroups`, for what participants make in shared subnets; with accounts of the own organization only.
   */
  readonly securityGroups: readonly string[];
  /**
   * Keys in `network.prefixLists`.
   */
  readonly prefixLists: readonly string[];
  /**
   * Keys in `ipam.pools`. AWS shares a pool only where IPAM is integrated with AWS Organizations, and in the IPAM's own region, which is the stack's.
   */
  readonly ipamPools: readonly string[];
  /**
   * Keys in `route53.resolverRules`.
   */
  readonly resolverRules: readonly string[];
  /**
   * Keys in `route53.dnsFirewall.ruleGroups`.
   */
  readonly dnsFirewallRuleGroups: readonly string[];
  /**
   * Keys in `route53.resolverQueryLogs`.
   */
  readonly resolverQueryLogs: readonly string[];
  /**
   * Tags for the share, beside the stack's own `tags` and the `Name` tag, which Hextet writes. What is shared has its own.
   */
  readonly tags: Tags;
}
/**
 * Accepts the invitation to a resource share of another account. Between accounts of one organization where sharing with AWS Organizations is enabled there is no invitation, and Terraform would find none: write no acceptance there.
 */
export interface ResourceShareAccepter {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The ARN of the share. The VPC and the attachments of this stack wait until it is accepted.
   */
  readonly resourceShareArn: string;
}
/**
 * What AWS knows of the device at the other end of VPN connections. AWS changes nothing of it: Terraform makes a new one.
 */
export interface CustomerGateway {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The device's number for BGP. 7224 is AWS's own, and so is a further one in some regions.
   */
  readonly bgpAsn: number;
  /**
   * The static address of the device's outer side, IPv4 or IPv6. IPv6 wants a transit gateway at AWS's end and AWS provider 6. Quote IPv6.
   */
  readonly ipAddress: string;
  /**
   * A name that AWS shows of the device. It tells apart two gateways of the same address and number. Left out: it has none.
   */
  readonly deviceName?: string;
  /**
   * Tags for the customer gateway, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * The VPC's own end of VPN connections and of Direct Connect. VPN connections carry IPv4 alone by it: IPv6 wants a transit gateway.
 */
export interface VirtualPrivateGateway {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The private number for BGP on Amazon's side. Left out: 64512. Changed later, Terraform makes a new gateway.
   */
  readonly amazonSideAsn?: number;
  /**
   * Tiers whose route tables learn what the gateway knows: the blocks that BGP brings, and the static routes of its VPN connections.
   */
  readonly routePropagation: readonly string[];
  /**
   * Tags for the virtual private gateway, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * The gateway at AWS's end: exactly one.
 */
export interface VpnGatewayChoiceAlternatives {
  /**
   * A key in `network.virtualPrivateGateways`. It carries IPv4 alone.
   */
  readonly virtualPrivateGateway: string;
  /**
   * The gateway of a key in `network.transitGatewayAttachments`. It carries IPv4 or IPv6.
   */
  readonly transitGateway: string;
}
/**
 * Settings of one tunnel. AWS chooses the rest.
 */
export interface VpnTunnel {
  /**
   * A /30 of 169.254.0.0/16 for the two ends of the tunnel; AWS keeps some of them. Left out: AWS chooses one.
   */
  readonly insideCidr?: string;
  /**
   * A /126 of fd00::/8 for the two ends of a tunnel that carries IPv6. Left out: AWS chooses one.
   */
  readonly insideIpv6Cidr?: string;
  /**
   * Versions of IKE that AWS takes. Left out: both.
   */
  readonly ikeVersions?: readonly ("ikev1" | "ikev2")[];
  /**
   * Who begins: `add` waits for the device, `start` lets AWS begin.
   */
  readonly startupAction: "add" | "start";
  /**
   * What AWS does where the device answers no more.
   */
  readonly dpdTimeoutAction: "clear" | "none" | "restart";
  /**
   * Seconds after which a device that does not answer counts as dead.
   */
  readonly dpdTimeoutSeconds: number;
}
/**
 * A block behind the customer gateway, told to the virtual private gateway.
 */
export interface VpnConnectionRoute {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The IPv4 block.
   */
  readonly destination: string;
}
/**
 * A Site-to-Site VPN connection of two tunnels. It carries one family: IPv4 and IPv6 want a connection each. AWS makes the pre-shared keys, and a blueprint has no place for them; Terraform's state holds them, and the device's whole configuration, as plain text.
 */
export interface VpnConnection {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The device at the other end: a key in `network.customerGateways`.
   */
  readonly customerGateway: string;
  /**
   * AWS's end.
   */
  readonly gateway: VpnGatewayChoice;
  /**
   * The family of the packets in the tunnels. Changed later, Terraform makes a new connection.
   */
  readonly tunnelInsideIpVersion: "ipv4" | "ipv6";
  /**
   * The addresses that the tunnels run between: public IPv4, private IPv4 over Direct Connect, or IPv6, which AWS provider 5 does not know.
   */
  readonly outsideIpAddressType: "PublicIpv4" | "PrivateIpv4" | "Ipv6";
  /**
   * The id of the transit gateway's attachment to a Direct Connect gateway that tunnels between private IPv4 addresses run over. Left out: they run over the internet.
   */
  readonly transportTransitGatewayAttachmentId?: string;
  /**
   * Let the tunnels end at AWS's nearest edge, which costs more. Of a transit gateway only.
   */
  readonly enableAcceleration: boolean;
  /**
   * No BGP: the blocks behind the device are written as routes. Changed later, Terraform makes a new connection.
   */
  readonly staticRoutesOnly: boolean;
  /**
   * Blocks behind the customer gateway by a name, for a virtual private gateway without BGP. Those of a transit gateway stand in `network.transitGatewayRouteTables`.
   */
  readonly routes: {readonly [name: string]: VpnConnectionRoute};
  /**
   * The IPv4 block at the customer gateway's side that may use the tunnels. Left out: every address.
   */
  readonly localIpv4NetworkCidr?: string;
  /**
   * The IPv4 block at AWS's side that may use the tunnels. Left out: every address.
   */
  readonly remoteIpv4NetworkCidr?: string;
  /**
   * The IPv6 block at the customer gateway's side that may use the tunnels. Left out: every address.
   */
  readonly localIpv6NetworkCidr?: string;
  /**
   * The IPv6 block at AWS's side that may use the tunnels. Left out: every address.
   */
  readonly remoteIpv6NetworkCidr?: string;
  /**
   * Settings of the first tunnel.
   */
  readonly tunnel1: VpnTunnel;
  /**
   * Settings of the second tunnel.
   */
  readonly tunnel2: VpnTunnel;
  /**
   * The route table that the transit gateway looks up for what comes out of the tunnels. Left out: none is made here, and the gateway's default one is taken where it has one.
   */
  readonly association?: TransitGatewayRouteTableChoice;
  /**
   * Route tables of the transit gateway that learn what BGP brings, by a name.
   */
  readonly propagations: {readonly [name: string]: TransitGatewayRouteTableChoice};
  /**
   * Tags for the connection, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * The VPC and everything in it that moves or stops packets.
 */
export interface NetworkSettings {
  /**
   * The VPC: its blocks and DNS.
   */
  readonly vpc: Vpc;
  /**
   * The letters of the zones to use, in any order, and the full names of Local Zones: a zone has its place in the plan by its letter, so one more moves no subnet. In a Local Zone stand only the tiers that name it.
   */
  readonly availabilityZones: readonly string[];
  /**
   * How subnets' blocks are cut out of the VPC's.
   */
  readonly addressPlan: AddressPlan;
  /**
   * The tiers by name; each has one subnet in each availability zone, unless it names its zones.
   */
  readonly subnets: {readonly [name: string]: Tier};
  /**
   * NAT gateways by name.
   */
  readonly natGateways: {readonly [name: string]: NatGateway};
  /**
   * Routes beside those which `internet`, `natGateway` and `nat64` give: by tier, then by name.
   */
  readonly routes: {readonly [name: string]: {readonly [name: string]: Route}};
  /**
   * The internet gateway's own route table (an edge association), by tier: packets that come in for the tier's subnets go there first, in both families. `inspection` of a tier writes it by itself.
   */
  readonly internetGatewayRoutes: {readonly [name: string]: Inspection};
  /**
   * Network ACLs by name. A tier without one has the VPC's default, which allows everything.
   */
  readonly networkAcls: {readonly [name: string]: NetworkAcl};
  /**
   * Security groups by name.
   */
  readonly securityGroups: {readonly [name: string]: SecurityGroup};
  /**
   * Managed prefix lists of your own, by name.
   */
  readonly prefixLists: {readonly [name: string]: PrefixList};
  /**
   * What hosts learn by DHCP. Left out: the region's default options.
   */
  readonly dhcpOptions?: DhcpOptions;
  /**
   * What VPC Block Public Access, which holds for the whole account in the region, shuts between the internet and this VPC, in both families, and what is excluded from it. Left out: nothing is known of it, and the internet is taken as open.
   */
  readonly blockPublicAccess?: BlockPublicAccess;
  /**
   * Flow logs by name.
   */
  readonly flowLogs: {readonly [name: string]: FlowLog};
  /**
   * VPC endpoints by name.
   */
  readonly vpcEndpoints: {readonly [name: string]: VpcEndpoint};
  /**
   * EC2 Instance Connect endpoints by name.
   */
  readonly instanceConnectEndpoints: {readonly [name: string]: InstanceConnectEndpoint};
  /**
   * Gateway Load Balancers by name, none of which is in `loadBalancers`.
   */
  readonly gatewayLoadBalancers: {readonly [name: string]: GatewayLoadBalancer};
  /**
   * Gateway Load Balancer endpoints by name.
   */
  readonly gatewayLoadBalancerEndpoints: {readonly [name: string]: GatewayLoadBalancerEndpoint};
  /**
   * Network Firewalls by name.
   */
  readonly networkFirewalls: {readonly [name: string]: NetworkFirewall};
  /**
   * What is offered to other VPCs by AWS PrivateLink, by name.
   */
  readonly vpcEndpointServices: {readonly [name: string]: VpcEndpointService};
  /**
   * VPC peering connections by name; a route leads to one by `vpcPeeringConnection`.
   */
  readonly vpcPeeringConnections: {readonly [name: string]: VpcPeeringConnection};
  /**
   * Transit gateway attachments by name; a route leads to the gateway by `transitGateway`.
   */
  readonly transitGatewayAttachments: {readonly [name: string]: TransitGatewayAttachment};
  /**
   * Route tables of transit gateways by name.
   */
  readonly transitGatewayRouteTables: {readonly [name: string]: TransitGatewayRouteTable};
  /**
   * Attachments that are made elsewhere, by name: what the owner of a shared transit gateway does with them.
   */
  readonly foreignTransitGatewayAttachments: {readonly [name: string]: ForeignTransitGatewayAttachment};
  /**
   * What other accounts may use of this stack, by name.
   */
  readonly resourceShares: {readonly [name: string]: ResourceShare};
  /**
   * Shares of other accounts that are accepted here, by a name of your own.
   */
  readonly resourceShareAccepters: {readonly [name: string]: ResourceShareAccepter};
  /**
   * Devices at the other end of VPN connections, by name.
   */
  readonly customerGateways: {readonly [name: string]: CustomerGateway};
  /**
   * The VPC's virtual private gateway, by a name: a VPC has one. A route leads to it by `virtualPrivateGateway`.
   */
  readonly virtualPrivateGateways: {readonly [name: string]: VirtualPrivateGateway};
  /**
   * Site-to-Site VPN connections by name.
   */
  readonly vpnConnections: {readonly [name: string]: VpnConnection};
}
/**
 * An SSH key which hosts let in.
 */
export interface KeyPair {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * The public key as OpenSSH writes it. Never the private one.
   */
  readonly publicKey: string;
  /**
   * Tags for the key pair, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * An IAM role which hosts act as.
 */
export interface InstanceProfile {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * Names of AWS's managed policies, or ARNs, to attach to the role.
   */
  readonly managedPolicies: readonly string[];
  /**
   * Policies of the role's own, by name. Whoever has the role does not wait for them.
   */
  readonly inlinePolicies: InlinePolicies;
  /**
   * Tags for the role and the profile, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * The machine image: exactly one.
 */
export interface AmiAlternatives {
  /**
   * The id of an image in the blueprint's region.
   */
  readonly id: string;
  /**
   * The name of a parameter which holds the id of the image.
   */
  readonly ssmParameter: string;
}
/**
 * How a host's metadata service (IMDS) answers.
 */
export interface MetadataOptions {
  /**
   * Answer at [fd00:ec2::254] too. AWS's own default is no, even in IPv6-only subnets. The default is true where the instance type can (Nitro) and every subnet the host is placed in has IPv6.
   */
  readonly ipv6?: boolean;
  /**
   * `required` is IMDSv2 only, `optional` lets version 1 in.
   */
  readonly httpTokens: "required" | "optional";
  /**
   * How many hops the token's answer may travel: 2 lets containers reach it.
   */
  readonly httpPutResponseHopLimit: number;
  /**
   * Show the host's tags in its metadata.
   */
  readonly instanceMetadataTags: boolean;
}
/**
 * The disk a host starts from.
 */
export interface RootVolume {
  /**
   * GiB. The default is the image's own size.
   */
  readonly sizeGib?: number;
  /**
   * The EBS volume type.
   */
  readonly type: "gp3" | "gp2" | "io1" | "io2";
  /**
   * Input and output operations a second: needed for io1 and io2, allowed for gp3. Left out: AWS's own for the type.
   */
  readonly iops?: number;
  /**
   * Encrypt the disk.
   */
  readonly encrypted: boolean;
}
/**
 * Which old image to teach DHCPv6: exactly one.
 */
export interface LegacyDhcpv6Alternatives {
  /**
   * Images of Amazon Linux older than 2016.09.0.
   */
  readonly amazonLinuxBefore201609: Empty;
  /**
   * Ubuntu Server 14.
   */
  readonly ubuntu14: Empty;
  /**
   * Ubuntu Server 16.
   */
  readonly ubuntu16: Empty;
  /**
   * Red Hat Enterprise Linux and CentOS 6.
   */
  readonly rhel6: Empty;
  /**
   * Red Hat Enterprise Linux and CentOS 7.0 to 7.3.
   */
  readonly rhel7Before74: Empty;
  /**
   * Red Hat Enterprise Linux and CentOS 7.4 and later 7.x, which cloud-init configures.
   */
  readonly rhel7From74: Empty;
  /**
   * Windows Server 2008 SP2, by netsh.
   */
  readonly windowsServer2008: Empty;
}
/**
 * What the operating system is told about IPv6 at its first start. Hextet writes it as user data, for Windows as PowerShell, and the author's own `userData` comes after it. An `ami` without `os` is taken for Linux. Left out: the user data is the author's alone.
 */
export interface Guest {
  /**
   * Reach AWS's services at their dual-stack names: AWS CLI, SDKs and, from version 3.3.3270.0, the SSM Agent. Their usual names mostly have only IPv4. It holds for every service that is called: one without a dual-stack name is then not found.
   */
  readonly awsDualStackEndpoints: boolean;
  /**
   * Let AWS CLI and SDKs ask the metadata service at [fd00:ec2::254]: they use 169.254.169.254 unless they are told. It needs `metadata.ipv6`.
   */
  readonly imdsIpv6: boolean;
  /**
   * Take the time from Amazon Time Sync at fd00:ec2::123 instead of 169.254.169.123. Nitro only.
   */
  readonly timeServerIpv6: boolean;
  /**
   * A mirror of Docker Hub for the Docker daemon (`registry-mirrors`). Docker Hub itself has IPv6 today. Left out: none.
   */
  readonly dockerRegistryMirror?: string;
  /**
   * Ubuntu only: an archive to install packages from instead of Canonical's regional mirrors, of which nobody promises IPv6. One that ends in `/ubuntu-ports` takes the place of the ports, which arm64 needs, any other that of the archive for amd64. Left out: the image's own.
   */
  readonly packageMirror?: string;
  /**
   * Amazon Linux 2 only: `false` runs `amazon-linux-https disable`, which an IPv6-only subnet needs: the package repositories have IPv6 by HTTP only.
   */
  readonly yumHttps: boolean;
  /**
   * Set up DHCPv6 in an old image, which you name with `ami`. Left out: no, and no image that `os` can name needs it.
   */
  readonly legacyDhcpv6?: LegacyDhcpv6;
  /**
   * Ubuntu and Debian only: translate IPv6 packets to 64:ff9b::/96 into IPv4 ones of the host's own address, by the package tayga, from the first start on and after each later one. The host needs IPv4, `sourceDestCheck: false`, and a tier that names it in `nat64Instances`. It forwards nothing else.
   */
  readonly nat64: boolean;
  /**
   * How Hextet's part and the author's own become one text: `script` puts both into one shell script (or PowerShell block); `cloud-init` makes a MIME multipart, so that `userData` may be cloud-config or a script in any language.
   */
  readonly format: "script" | "cloud-init";
}
/**
 * A launch template which several Auto Scaling groups can share.
 */
export interface LaunchTemplate {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * The EC2 instance type. IPv6-only subnets and the IPv6 metadata endpoint need Nitro types.
   */
  readonly instanceType: string;
  /**
   * The operating system, which also shapes the user data: amazon-linux-2023, ubuntu-26.04, debian-13, rhel-10 and others. Red Hat publishes no parameter that is known: its images are named by `ami` beside. The default is amazon-linux-2023, unless `ami` is given.
   */
  readonly os?: string;
  /**
   * The machine image. The default is the newest image of `os`.
   */
  readonly ami?: Ami;
  /**
   * The processor's architecture, which the image must match. The default follows from the instance type.
   */
  readonly architecture?: "x86_64" | "arm64";
  /**
   * Keys in `network.securityGroups` for the host's network interface. None: the VPC's default group.
   */
  readonly securityGroups: readonly string[];
  /**
   * A key in `compute.keyPairs`. Left out: no SSH key.
   */
  readonly keyPair?: string;
  /**
   * A key in `compute.instanceProfiles`. Left out: no role.
   */
  readonly instanceProfile?: string;
  /**
   * How the metadata service answers.
   */
  readonly metadata: MetadataOptions;
  /**
   * A script or cloud-config which runs at the first start, at most 16 KiB. `${...}` in it is plain text. Left out: only what `guest` says.
   */
  readonly userData?: string;
  /**
   * What the operating system is told about IPv6 at its first start. Hextet writes it as user data, for Windows as PowerShell, and the author's own `userData` comes after it. An `ami` without `os` is taken for Linux. Left out: the user data is the author's alone.
   */
  readonly guest?: Guest;
  /**
   * How many IPv6 addresses the network interface has. Left out: as the subnet's `assignIpv6AddressOnCreation` says.
   */
  readonly ipv6AddressCount?: number;
  /**
   * Make the first IPv6 address the interface's primary one, which cannot be undone. The default is true where an IPv6 target group registers the host by instance, which needs it.
   */
  readonly enablePrimaryIpv6?: boolean;
  /**
   * Give the host a public IPv4 address. The default is the subnet's `mapPublicIpOnLaunch`.
   */
  readonly associatePublicIpAddress?: boolean;
  /**
   * The disk the host starts from.
   */
  readonly rootVolume: RootVolume;
  /**
   * CloudWatch metrics each minute instead of each five minutes; AWS charges for it.
   */
  readonly detailedMonitoring: boolean;
  /**
   * Tags for the launch template and what it launches, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * Add and take away hosts so that their CPU stays near a value.
 */
export interface AutoScalingPercent {
  /**
   * Percent, on average.
   */
  readonly targetValue: number;
  /**
   * Seconds after its start until what a new host does counts. Left out: what AWS has for the group.
   */
  readonly estimatedInstanceWarmup?: number;
  /**
   * Add hosts only, and leave taking away to others.
   */
  readonly disableScaleIn: boolean;
}
/**
 * Add and take away hosts so that the bytes of each stay near a value.
 */
export interface AutoScalingBytes {
  /**
   * Bytes of a host, on average.
   */
  readonly targetValue: number;
  /**
   * Seconds after its start until what a new host does counts. Left out: what AWS has for the group.
   */
  readonly estimatedInstanceWarmup?: number;
  /**
   * Add hosts only, and leave taking away to others.
   */
  readonly disableScaleIn: boolean;
}
/**
 * Add and take away hosts so that the requests of each stay near a value.
 */
export interface AutoScalingRequests {
  /**
   * Requests a minute of a host, on average.
   */
  readonly targetValue: number;
  /**
   * A key in `targetGroups`: one that registers the group, and that an application load balancer forwards to.
   */
  readonly targetGroup: string;
  /**
   * Seconds after its start until what a new host does counts. Left out: what AWS has for the group.
   */
  readonly estimatedInstanceWarmup?: number;
  /**
   * Add hosts only, and leave taking away to others.
   */
  readonly disableScaleIn: boolean;
}
/**
 * What the number of hosts follows, by AWS's name of the metric. Of several that say different numbers AWS takes the largest.
 */
export interface AutoScalingTargetTracking {
  /**
   * The CPU of the hosts. Left out: the number of hosts does not follow it.
   */
  readonly ASGAverageCPUUtilization?: AutoScalingPercent;
  /**
   * What the hosts receive on all interfaces, of both families. Left out: the number of hosts does not follow it.
   */
  readonly ASGAverageNetworkIn?: AutoScalingBytes;
  /**
   * What the hosts send on all interfaces, of both families. Left out: the number of hosts does not follow it.
   */
  readonly ASGAverageNetworkOut?: AutoScalingBytes;
  /**
   * The requests that an application load balancer sends to each host. Left out: the number of hosts does not follow it.
   */
  readonly ALBRequestCountPerTarget?: AutoScalingRequests;
}
/**
 * Other sizes from a time on.
 */
export interface AutoScalingSchedule {
  /**
   * Five fields as in a crontab: minute, hour, day of the month, month, day of the week. It is not the `cron(…)` of `ecs.services`, which has six.
   */
  readonly recurrence: string;
  /**
   * In which `recurrence` is meant.
   */
  readonly timeZone: string;
  /**
   * From then on.
   */
  readonly minSize: number;
  /**
   * From then on.
   */
  readonly maxSize: number;
  /**
   * How many hosts there are then. Left out: as many as there were, brought within the two sizes.
   */
  readonly desiredCapacity?: number;
}
/**
 * What changes the number of hosts. `desiredCapacity` is then for the first apply alone, and with `schedules` so are `minSize` and `maxSize`: Terraform leaves them to EC2 Auto Scaling.
 */
export interface AutoScaling {
  /**
   * What the number of hosts follows, by AWS's name of the metric.
   */
  readonly targetTracking: AutoScalingTargetTracking;
  /**
   * Other sizes at certain times, by a name of your own.
   */
  readonly schedules: {readonly [name: string]: AutoScalingSchedule};
}
/**
 * A group of like hosts. Say either `launchTemplate`, or `instanceType` and the other host settings.
 */
export interface AutoScalingGroup {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * A key in `compute.launchTemplates`. Left out: the host settings stand here.
   */
  readonly launchTemplate?: string;
  /**
   * The EC2 instance type. IPv6-only subnets and the IPv6 metadata endpoint need Nitro types. Left out: `launchTemplate` gives it.
   */
  readonly instanceType?: string;
  /**
   * The operating system, which also shapes the user data: amazon-linux-2023, ubuntu-26.04, debian-13, rhel-10 and others. Red Hat publishes no parameter that is known: its images are named by `ami` beside. The default is amazon-linux-2023, unless `ami` is given.
   */
  readonly os?: string;
  /**
   * The machine image. The default is the newest image of `os`.
   */
  readonly ami?: Ami;
  /**
   * The processor's architecture, which the image must match. The default follows from the instance type.
   */
  readonly architecture?: "x86_64" | "arm64";
  /**
   * Keys in `network.securityGroups` for the host's network interface. None: the VPC's default group.
   */
  readonly securityGroups: readonly string[];
  /**
   * A key in `compute.keyPairs`. Left out: no SSH key.
   */
  readonly keyPair?: string;
  /**
   * A key in `compute.instanceProfiles`. Left out: no role.
   */
  readonly instanceProfile?: string;
  /**
   * How the metadata service answers.
   */
  readonly metadata: MetadataOptions;
  /**
   * A script or cloud-config which runs at the first start, at most 16 KiB. `${...}` in it is plain text. Left out: only what `guest` says.
   */
  readonly userData?: string;
  /**
   * What the operating system is told about IPv6 at its first start. Hextet writes it as user data, for Windows as PowerShell, and the author's own `userData` comes after it. An `ami` without `os` is taken for Linux. Left out: the user data is the author's alone.
   */
  readonly guest?: Guest;
  /**
   * How many IPv6 addresses the network interface has. Left out: as the subnet's `assignIpv6AddressOnCreation` says.
   */
  readonly ipv6AddressCount?: number;
  /**
   * Make the first IPv6 address the interface's primary one, which cannot be undone. The default is true where an IPv6 target group registers the host by instance, which needs it.
   */
  readonly enablePrimaryIpv6?: boolean;
  /**
   * Give the host a public IPv4 address. The default is the subnet's `mapPublicIpOnLaunch`.
   */
  readonly associatePublicIpAddress?: boolean;
  /**
   * The disk the host starts from.
   */
  readonly rootVolume: RootVolume;
  /**
   * CloudWatch metrics each minute instead of each five minutes; AWS charges for it.
   */
  readonly detailedMonitoring: boolean;
  /**
   * The tiers to place hosts in.
   */
  readonly subnets: readonly string[];
  /**
   * The smallest number of hosts.
   */
  readonly minSize: number;
  /**
   * The largest number of hosts.
   */
  readonly maxSize: number;
  /**
   * How many hosts to begin with. Left out: Terraform leaves the number to AWS and to scaling policies.
   */
  readonly desiredCapacity?: number;
  /**
   * How the number of hosts follows the load and the clock. Left out: nothing of this stack changes it.
   */
  readonly scaling?: AutoScaling;
  /**
   * Who decides that a host is ill: `EC2` or the load balancer (`ELB`). The default is ELB when a target group uses the group, else EC2.
   */
  readonly healthCheckType?: "EC2" | "ELB";
  /**
   * Seconds after the start before health checks count.
   */
  readonly healthCheckGracePeriod: number;
  /**
   * Tags for the group and its hosts, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A single host.
 */
export interface Instance {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The EC2 instance type. IPv6-only subnets and the IPv6 metadata endpoint need Nitro types.
   */
  readonly instanceType: string;
  /**
   * The operating system, which also shapes the user data: amazon-linux-2023, ubuntu-26.04, debian-13, rhel-10 and others. Red Hat publishes no parameter that is known: its images are named by `ami` beside. The default is amazon-linux-2023, unless `ami` is given.
   */
  readonly os?: string;
  /**
   * The machine image. The default is the newest image of `os`.
   */
  readonly ami?: Ami;
  /**
   * The processor's architecture, which the image must match. The default follows from the instance type.
   */
  readonly architecture?: "x86_64" | "arm64";
  /**
   * Keys in `network.securityGroups` for the host's network interface. None: the VPC's default group.
   */
  readonly securityGroups: readonly string[];
  /**
   * A key in `compute.keyPairs`. Left out: no SSH key.
   */
  readonly keyPair?: string;
  /**
   * A key in `compute.instanceProfiles`. Left out: no role.
   */
  readonly instanceProfile?: string;
  /**
   * How the metadata service answers.
   */
  readonly metadata: MetadataOptions;
  /**
   * A script or cloud-config which runs at the first start, at most 16 KiB. `${...}` in it is plain text. Left out: only what `guest` says.
   */
  readonly userData?: string;
  /**
   * What the operating system is told about IPv6 at its first start. Hextet writes it as user data, for Windows as PowerShell, and the author's own `userData` comes after it. An `ami` without `os` is taken for Linux. Left out: the user data is the author's alone.
   */
  readonly guest?: Guest;
  /**
   * How many IPv6 addresses the network interface has. Left out: as the subnet's `assignIpv6AddressOnCreation` says, which for an imported instance means 1 or none.
   */
  readonly ipv6AddressCount?: number;
  /**
   * Make the first IPv6 address the interface's primary one, which cannot be undone. The default is true where an IPv6 target group registers the host by instance, which needs it.
   */
  readonly enablePrimaryIpv6?: boolean;
  /**
   * Give the host a public IPv4 address. The default is the subnet's `mapPublicIpOnLaunch`.
   */
  readonly associatePublicIpAddress?: boolean;
  /**
   * The disk the host starts from.
   */
  readonly rootVolume: RootVolume;
  /**
   * CloudWatch metrics each minute instead of each five minutes; AWS charges for it.
   */
  readonly detailedMonitoring: boolean;
  /**
   * The tier the host stands in.
   */
  readonly subnet: string;
  /**
   * The zone. The default is the first of `availabilityZones`.
   */
  readonly zone?: string;
  /**
   * Addresses to give the host: in full, or only the host part in the subnet's block, such as "::4". None: AWS assigns them. Not together with `ipv6AddressCount`.
   */
  readonly ipv6Addresses: readonly string[];
  /**
   * The private IPv4 address. Left out: AWS assigns one.
   */
  readonly privateIp?: string;
  /**
   * Give the host a public IPv4 address which stays its own. IPv6 needs none: its addresses stay as they are, and there are no Elastic IPs of IPv6.
   */
  readonly elasticIp: boolean;
  /**
   * Drop packets which are neither from nor for the host. Set it to false for routers and firewalls.
   */
  readonly sourceDestCheck: boolean;
  /**
   * Tags for the host and its disk, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * Hosts and what they need.
 */
export interface ComputeSettings {
  /**
   * SSH keys by name.
   */
  readonly keyPairs: {readonly [name: string]: KeyPair};
  /**
   * IAM roles for hosts, by name.
   */
  readonly instanceProfiles: {readonly [name: string]: InstanceProfile};
  /**
   * Launch templates by name.
   */
  readonly launchTemplates: {readonly [name: string]: LaunchTemplate};
  /**
   * Auto Scaling groups by name.
   */
  readonly autoScalingGroups: {readonly [name: string]: AutoScalingGroup};
  /**
   * Single hosts by name.
   */
  readonly instances: {readonly [name: string]: Instance};
}
/**
 * An answer which sends the browser to the same address by HTTPS.
 */
export interface RedirectToHttps {
  /**
   * The port to send it to.
   */
  readonly port: number;
  /**
   * Permanent (301) or for now (302).
   */
  readonly statusCode: "HTTP_301" | "HTTP_302";
}
/**
 * An answer which sends the browser to another address. What is left out stays as the request had it; `#{host}`, `#{port}`, `#{path}`, `#{protocol}` and `#{query}` stand for what the request had.
 */
export interface ListenerRedirect {
  /**
   * HTTP or HTTPS; from HTTPS nothing leads back to HTTP. Left out: that of the request, `#{protocol}`.
   */
  readonly protocol?: "HTTP" | "HTTPS" | "#{protocol}";
  /**
   * The host name. Left out: that of the request.
   */
  readonly host?: string;
  /**
   * The port, as text. Left out: that of the request.
   */
  readonly port?: string;
  /**
   * The path, from its slash on. Left out: that of the request.
   */
  readonly path?: string;
  /**
   * What follows the question mark, without it. Left out: that of the request.
   */
  readonly query?: string;
  /**
   * Permanent (301) or for now (302).
   */
  readonly statusCode: "HTTP_301" | "HTTP_302";
}
/**
 * An answer which the load balancer gives by itself.
 */
export interface FixedResponse {
  /**
   * The HTTP status: 2xx, 4xx or 5xx.
   */
  readonly statusCode: number;
  /**
   * The answer's media type.
   */
  readonly contentType: "text/plain" | "text/css" | "text/html" | "application/javascript" | "application/json";
  /**
   * The answer's text, at most 1024 characters. Left out: empty.
   */
  readonly messageBody?: string;
}
/**
 * What a listener, or a rule of it, does with a request: exactly one.
 */
export interface ListenerActionAlternatives {
  /**
   * A key in `targetGroups`.
   */
  readonly forwardTo: string;
  /**
   * Share the requests out between several target groups.
   */
  readonly forward: ListenerForward;
  /**
   * Send the browser to HTTPS; application load balancers only.
   */
  readonly redirectToHttps: RedirectToHttps;
  /**
   * Send the browser anywhere; application load balancers only.
   */
  readonly redirect: ListenerRedirect;
  /**
   * Answer by itself; application load balancers only.
   */
  readonly fixedResponse: FixedResponse;
}
/**
 * How users log in before a request goes on: exactly one. For HTTPS listeners of application load balancers. The load balancer asks the identity provider over IPv4 alone.
 */
export interface ListenerAuthenticationAlternatives {
  /**
   * By an identity provider that speaks OpenID Connect.
   */
  readonly oidc: OidcAuthentication;
  /**
   * By a user pool of Amazon Cognito.
   */
  readonly cognito: CognitoAuthentication;
}
/**
 * The login by an identity provider. Let it send users back to `https://<name>/oauth2/idpresponse`.
 */
export interface OidcAuthentication {
  /**
   * What the identity provider calls itself.
   */
  readonly issuer: string;
  /**
   * Where users log in.
   */
  readonly authorizationEndpoint: string;
  /**
   * Where the load balancer gets tokens. Its name has a public A record.
   */
  readonly tokenEndpoint: string;
  /**
   * Where the load balancer asks about users. Its name has a public A record.
   */
  readonly userInfoEndpoint: string;
  /**
   * What the identity provider knows the load balancer by.
   */
  readonly clientId: string;
  /**
   * Where the client's secret is kept.
   */
  readonly clientSecret: ClientSecret;
  /**
   * `authenticate` sends to the login, `deny` answers 401, `allow` lets through.
   */
  readonly onUnauthenticatedRequest: "authenticate" | "deny" | "allow";
  /**
   * What is asked of the identity provider about the user.
   */
  readonly scope: string;
  /**
   * The name of the cookie that remembers the login.
   */
  readonly sessionCookieName: string;
  /**
   * Seconds until a login ends.
   */
  readonly sessionTimeout: number;
}
/**
 * Where a secret is kept: exactly one. Terraform reads it from there at plan, so that it stands in no file; it does stand in the state, which belongs encrypted.
 */
export interface ClientSecretAlternatives {
  /**
   * A secret of AWS Secrets Manager.
   */
  readonly secretsManager: ClientSecretInSecretsManager;
  /**
   * The name of an SSM parameter of type SecureString, in the blueprint's region and account.
   */
  readonly parameter: string;
}
/**
 * A secret, or one value of it.
 */
export interface ClientSecretInSecretsManager {
  /**
   * The ARN of the secret.
   */
  readonly secretArn: string;
  /**
   * Which value of a secret that is a JSON object. Left out: the whole text.
   */
  readonly key?: string;
}
/**
 * The login by a user pool. Its app client has a secret, and `https://<name>/oauth2/idpresponse` as a callback URL.
 */
export interface CognitoAuthentication {
  /**
   * The ARN of the user pool.
   */
  readonly userPoolArn: string;
  /**
   * The id of the user pool's app client.
   */
  readonly userPoolClientId: string;
  /**
   * The prefix of the user pool's domain, or the whole name of one's own.
   */
  readonly userPoolDomain: string;
  /**
   * `authenticate` sends to the login, `deny` answers 401, `allow` lets through.
   */
  readonly onUnauthenticatedRequest: "authenticate" | "deny" | "allow";
  /**
   * What is asked of the identity provider about the user.
   */
  readonly scope: string;
  /**
   * The name of the cookie that remembers the login.
   */
  readonly sessionCookieName: string;
  /**
   * Seconds until a login ends.
   */
  readonly sessionTimeout: number;
}
/**
 * What becomes of clients' certificates: exactly one.
 */
export interface MutualAuthenticationAlternatives {
  /**
   * Let in whose certificate comes from an authority of the trust store.
   */
  readonly verify: MutualAuthenticationVerify;
  /**
   * Ask for a certificate and hand the whole chain to the targets, in the header `X-Amzn-Mtls-Clientcert`.
   */
  readonly passthrough: Empty;
}
/**
 * Which certificates of clients are taken.
 */
export interface MutualAuthenticationVerify {
  /**
   * The authorities that are trusted.
   */
  readonly trustStore: TrustStore;
  /**
   * Take certificates that have expired.
   */
  readonly ignoreClientCertificateExpiry: boolean;
  /**
   * Tell clients which authorities are trusted, so that they choose the right certificate.
   */
  readonly advertiseTrustStoreCaNames: boolean;
}
/**
 * The authorities that clients' certificates must come from: exactly one.
 */
export interface TrustStoreAlternatives {
  /**
   * The ARN of a trust store that is made elsewhere.
   */
  readonly arn: string;
  /**
   * A trust store of the listener's own, from a file of certificates in S3.
   */
  readonly caCertificatesBundle: CaCertificatesBundle;
}
/**
 * A PEM file of certificates of authorities in S3. A change of the file is taken over only with another `objectVersion`.
 */
export interface CaCertificatesBundle {
  /**
   * The name of the bucket, of the load balancer's region.
   */
  readonly bucket: string;
  /**
   * The name of the file in the bucket.
   */
  readonly key: string;
  /**
   * The version of the file. Left out: the newest.
   */
  readonly objectVersion?: string;
}
/**
 * Several target groups, each with its share of the requests.
 */
export interface ListenerForward {
  /**
   * Keys in `targetGroups`, at most five, each with its weight.
   */
  readonly targetGroups: {readonly [name: string]: ForwardWeight};
  /**
   * Keep a client with the target group that it came to first; application load balancers only. Left out: each request is shared out anew.
   */
  readonly stickiness?: ForwardStickiness;
}
/**
 * The share of one target group: its weight among the sum of all.
 */
export interface ForwardWeight {
  /**
   * 0 sends nothing there.
   */
  readonly weight: number;
}
/**
 * A cookie of the load balancer remembers the target group.
 */
export interface ForwardStickiness {
  /**
   * Seconds for which it is remembered.
   */
  readonly duration: number;
}
/**
 * A port of a load balancer and what is done there.
 */
export interface Listener {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The port to listen on, in both families.
   */
  readonly port: number;
  /**
   * HTTP and HTTPS for application load balancers, the others for network load balancers.
   */
  readonly protocol: "HTTP" | "HTTPS" | "TCP" | "TLS" | "UDP" | "TCP_UDP";
  /**
   * The ARN of the ACM certificate, needed for HTTPS and TLS. Left out: none.
   */
  readonly certificateArn?: string;
  /**
   * ARNs of further ACM certificates by names of the author's: a client gets the one for the host that it names (SNI).
   */
  readonly additionalCertificateArns: {readonly [name: string]: string};
  /**
   * Ask clients for certificates of their own; HTTPS listeners only. Left out: they are not asked.
   */
  readonly mutualAuthentication?: MutualAuthentication;
  /**
   * The name of AWS's security policy for TLS. The default for HTTPS and TLS is ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, which AWS recommends (TLS 1.2 and 1.3); AWS's own default has TLS 1.0.
   */
  readonly sslPolicy?: string;
  /**
   * How users log in before the action; those who fit a rule go by that rule's own. Left out: they do not.
   */
  readonly authenticate?: ListenerAuthentication;
  /**
   * What is done with a request that fits no rule.
   */
  readonly action: ListenerAction;
  /**
   * What is done with some of the requests, by the author's names. Of an application load balancer by host, path, header, query, method and address; of a dualstack network load balancer by the family of the client's address, which needs an AWS provider that has it: 6.64 does.
   */
  readonly rules: {readonly [name: string]: ListenerRule};
}
/**
 * What is done with some of a listener's requests. All conditions that are written must hold; of the values of one, any does. All of them together have at most five values.
 */
export interface ListenerRule {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * Rules are tried in this order, the lowest first; each number stands once in a listener.
   */
  readonly priority: number;
  /**
   * Host names that clients ask for; `*` is any text, `?` any letter. Application load balancers only. Left out: any.
   */
  readonly hostHeader?: readonly string[];
  /**
   * Paths that clients ask for, from their slash on; `*` is any text, `?` any letter. Application load balancers only. Left out: any.
   */
  readonly pathPattern?: readonly string[];
  /**
   * Headers by their names, each with values of which the request has one. Application load balancers only. Left out: any.
   */
  readonly httpHeader?: {readonly [name: string]: readonly string[]};
  /**
   * Parameters of the query by their names, each with values of which the request has one. Application load balancers only. Left out: any.
   */
  readonly queryString?: {readonly [name: string]: readonly string[]};
  /**
   * Methods of HTTP. Application load balancers only. Left out: any.
   */
  readonly httpRequestMethod?: readonly string[];
  /**
   * The clients that the rule is for. Left out: any.
   */
  readonly sourceIp?: ListenerRuleSource;
  /**
   * How users log in before the action. Left out: they do not.
   */
  readonly authenticate?: ListenerAuthentication;
  /**
   * What is done with these requests.
   */
  readonly action: ListenerAction;
}
/**
 * Clients by their addresses: exactly one.
 */
export interface ListenerRuleSourceAlternatives {
  /**
   * The family of the clients' addresses; dualstack network load balancers only.
   */
  readonly ipAddressType: "ipv4" | "ipv6";
  /**
   * The blocks that the clients' addresses are of, in either family; application load balancers only. An IPv4 block meets no client that comes over IPv6.
   */
  readonly cidrs: readonly string[];
}
/**
 * The addresses of a network load balancer in one zone. What is left out is AWS's choice.
 */
export interface SubnetMapping {
  /**
   * The allocation id of an Elastic IP that is made elsewhere; of internet-facing ones. Left out: AWS gives it a public IPv4 address.
   */
  readonly allocationId?: string;
  /**
   * In full, or only the host part in the subnet's block, such as "::53"; of dualstack ones. Left out: AWS chooses one.
   */
  readonly ipv6Address?: string;
  /**
   * An address of the subnet's IPv4 block; of internal ones. Left out: AWS chooses one.
   */
  readonly privateIpv4Address?: string;
}
/**
 * A bucket that is made elsewhere, in the load balancer's region. The bucket must let `logdelivery.elasticloadbalancing.amazonaws.com` put objects under `<prefix>/AWSLogs/<account>/*`.
 */
export interface LoadBalancerLogs {
  /**
   * The name of the bucket.
   */
  readonly bucket: string;
  /**
   * What the names of the files begin with. Left out: nothing.
   */
  readonly prefix?: string;
}
/**
 * An application or network load balancer.
 */
export interface LoadBalancer {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * `application` understands HTTP, `network` passes TCP, TLS and UDP.
   */
  readonly type: "application" | "network";
  /**
   * Which addresses clients find. `dualstack-without-public-ipv4` is for application load balancers only.
   */
  readonly ipAddressType: "ipv4" | "dualstack" | "dualstack-without-public-ipv4";
  /**
   * Whether the internet can reach it. The default is internet-facing when its tiers are public, else internal.
   */
  readonly scheme?: "internet-facing" | "internal";
  /**
   * The tiers it stands in: dual-stack ones for dualstack, in at least two zones for application load balancers.
   */
  readonly subnets: readonly string[];
  /**
   * The addresses of a network load balancer that others know, by the letter of their zone. A change of one replaces the load balancer, unless a zone only comes in addition. Left out: AWS chooses all.
   */
  readonly subnetMappings: {readonly [name: string]: SubnetMapping};
  /**
   * Keys in `network.securityGroups`. A network load balancer that is made without any never gets some: it would be replaced, with another DNS name.
   */
  readonly securityGroups: readonly string[];
  /**
   * Refuse to delete it, also by `terraform destroy`.
   */
  readonly deletionProtection: boolean;
  /**
   * Seconds until an idle connection is closed; application load balancers only.
   */
  readonly idleTimeout: number;
  /**
   * Seconds for which a client's connection may be used; application load balancers only.
   */
  readonly clientKeepAlive: number;
  /**
   * Hand the `Host` header on as it came; application load balancers only.
   */
  readonly preserveHostHeader: boolean;
  /**
   * `append` adds the client's address, `preserve` leaves the header alone, `remove` takes it away; application load balancers only.
   */
  readonly xffHeaderProcessingMode: "append" | "preserve" | "remove";
  /**
   * Write the client's port too: `[2001:db8::1]:443` over IPv6. Application load balancers only.
   */
  readonly enableXffClientPort: boolean;
  /**
   * Take out headers whose names HTTP does not allow, which are the stuff of request smuggling; application load balancers only. AWS's own default is false.
   */
  readonly dropInvalidHeaderFields: boolean;
  /**
   * How requests are handled that servers could read in two ways; application load balancers only.
   */
  readonly desyncMitigationMode: "monitor" | "defensive" | "strictest";
  /**
   * Speak HTTP/2 with clients; application load balancers only.
   */
  readonly enableHttp2: boolean;
  /**
   * Tell targets the TLS version and cipher in headers; application load balancers only.
   */
  readonly enableTlsVersionAndCipherSuiteHeaders: boolean;
  /**
   * Let requests through when WAF does not answer; application load balancers only.
   */
  readonly enableWafFailOpen: boolean;
  /**
   * The ARN of a regional web ACL of AWS WAF which is made elsewhere; application load balancers only. Left out: none.
   */
  readonly webAclArn?: string;
  /**
   * Where a line about each request goes; of a network load balancer about each TLS connection. Left out: nowhere.
   */
  readonly accessLogs?: LoadBalancerLogs;
  /**
   * Where a line about each connection goes, with the client's certificate; application load balancers only. Left out: nowhere.
   */
  readonly connectionLogs?: LoadBalancerLogs;
  /**
   * Spread requests over all zones' targets. For network load balancers only (the default is false): application load balancers always do.
   */
  readonly crossZone?: boolean;
  /**
   * Listeners by name.
   */
  readonly listeners: {readonly [name: string]: Listener};
  /**
   * Tags for the load balancer, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * How a target group asks whether a target is well.
 */
export interface HealthCheck {
  /**
   * How to ask. The default is the target group's for HTTP and HTTPS, else TCP.
   */
  readonly protocol?: "HTTP" | "HTTPS" | "TCP";
  /**
   * Where to ask. The default is the port which traffic goes to, and 80 for GENEVE, which nobody can ask in.
   */
  readonly port?: number;
  /**
   * What to ask for, by HTTP and HTTPS.
   */
  readonly path: string;
  /**
   * The statuses which mean well, by HTTP and HTTPS: one, a list or a range. Left out: 200, and 12 for gRPC (unimplemented: the server is there).
   */
  readonly matcher?: string;
  /**
   * Seconds between two questions.
   */
  readonly interval: number;
  /**
   * Seconds to wait for an answer.
   */
  readonly timeout: number;
  /**
   * Good answers in a row until a target is well.
   */
  readonly healthyThreshold: number;
  /**
   * Bad answers in a row until a target is ill.
   */
  readonly unhealthyThreshold: number;
}
/**
 * An address which a target group sends to.
 */
export interface TargetAddress {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The IP address, of the target group's family. Quote IPv6.
   */
  readonly address: string;
  /**
   * The target's port. The default is the target group's.
   */
  readonly port?: number;
  /**
   * The zone's full name, or `all` for addresses outside the VPC. Left out: AWS finds it for addresses inside.
   */
  readonly availabilityZone?: string;
}
/**
 * What a target group sends to: exactly one.
 */
export interface TargetsAlternatives {
  /**
   * Keys in `compute.autoScalingGroups`; their hosts come and go by themselves.
   */
  readonly autoScalingGroups: readonly string[];
  /**
   * Keys in `compute.instances`, registered by instance id; an IPv6 target group needs their primary IPv6 address.
   */
  readonly instances: readonly string[];
  /**
   * Keys in `compute.instances`, registered by their address in the target group's family.
   */
  readonly instanceAddresses: readonly string[];
  /**
   * Addresses by name.
   */
  readonly addresses: {readonly [name: string]: TargetAddress};
  /**
   * The tasks of an ECS service; ECS registers them by their addresses.
   */
  readonly ecsService: EcsTarget;
}
/**
 * What listeners forward to.
 */
export interface TargetGroup {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * How targets are spoken to: HTTP and HTTPS for application load balancers, GENEVE for Gateway Load Balancers, the others for network load balancers.
   */
  readonly protocol: "HTTP" | "HTTPS" | "TCP" | "TLS" | "UDP" | "TCP_UDP" | "GENEVE";
  /**
   * The targets' port.
   */
  readonly port: number;
  /**
   * The family in which targets are spoken to. IPv6 needs a dualstack load balancer, and hosts that are registered by instance a primary IPv6 address, which hosts that run already do not have. A change replaces the target group: make it in three steps: a second target group with the same targets, then `forwardTo`, then the old group goes.
   */
  readonly ipAddressType: "ipv4" | "ipv6";
  /**
   * The version of HTTP; application load balancers only. The default is HTTP1.
   */
  readonly protocolVersion?: "HTTP1" | "HTTP2" | "GRPC";
  /**
   * Seconds in which a target that leaves finishes its requests.
   */
  readonly deregistrationDelay: number;
  /**
   * How targets are asked whether they are well.
   */
  readonly healthCheck: HealthCheck;
  /**
   * What is sent to. Left out: nothing; targets are registered elsewhere.
   */
  readonly targets?: Targets;
  /**
   * Tags for the target group, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * Who may call the cluster's Kubernetes API.
 */
export interface EksAccessConfig {
  /**
   * `API`: by the cluster's access entries. `CONFIG_MAP`: by the aws-auth map, as before 2023. A cluster never goes back from `API`.
   */
  readonly authenticationMode: "API" | "API_AND_CONFIG_MAP" | "CONFIG_MAP";
  /**
   * Make whoever applies the stack an administrator of the cluster. A change replaces the cluster.
   */
  readonly bootstrapClusterCreatorAdminPermissions: boolean;
}
/**
 * How the nodes' metadata service (IMDS) answers. It answers at its IPv4 address only: EKS does not support IMDS over IPv6.
 */
export interface EksNodeMetadata {
  /**
   * `required` is IMDSv2 only, `optional` lets version 1 in.
   */
  readonly httpTokens: "required" | "optional";
  /**
   * How many hops the token's answer may travel: 1 keeps pods away from the node's role, 2 lets them use it.
   */
  readonly httpPutResponseHopLimit: number;
  /**
   * Show the node's tags in its metadata.
   */
  readonly instanceMetadataTags: boolean;
}
/**
 * A managed node group: EC2 instances that EKS starts, updates and replaces.
 */
export interface EksNodeGroup {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * The tiers in which the nodes stand: dual-stack ones, private if possible.
   */
  readonly subnets: readonly string[];
  /**
   * The EC2 instance types to choose from, all of one architecture. IPv6 needs Nitro types.
   */
  readonly instanceTypes: readonly string[];
  /**
   * EKS's name of the nodes' image. The default is Amazon Linux 2023 for the architecture of the instance types.
   */
  readonly amiType?: string;
  /**
   * `SPOT` is cheaper, and AWS takes the node back at two minutes' notice.
   */
  readonly capacityType: "ON_DEMAND" | "SPOT";
  /**
   * The fewest nodes.
   */
  readonly minSize: number;
  /**
   * The most nodes.
   */
  readonly maxSize: number;
  /**
   * How many nodes, at each apply. Left out: the group starts with `minSize`, and Terraform then leaves the number to the cluster's autoscaler.
   */
  readonly desiredSize?: number;
  /**
   * How the nodes' metadata service answers.
   */
  readonly metadata: EksNodeMetadata;
  /**
   * Kubernetes labels of the nodes.
   */
  readonly labels: {readonly [name: string]: string};
  /**
   * Taints of the nodes by their key.
   */
  readonly taints: {readonly [name: string]: EksTaint};
  /**
   * The disk that the nodes keep images and containers on; a change replaces the nodes one after the other. Left out: EKS's own of 20 GiB, encrypted where the account's setting says so.
   */
  readonly rootVolume?: RootVolume;
  /**
   * Tags for the node group, its launch template and its nodes, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * Which pods the profile is for.
 */
export interface EksFargateSelector {
  /**
   * The pods' Kubernetes namespace; `*` and `?` stand for other characters.
   */
  readonly namespace: string;
  /**
   * Labels that the pods must have too.
   */
  readonly labels: {readonly [name: string]: string};
}
/**
 * Pods that run without nodes.
 */
export interface EksFargateProfile {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * The tiers in which the pods stand: private, and dual-stack in a cluster with IPv6.
   */
  readonly subnets: readonly string[];
  /**
   * Which pods, by a name of your own; one that matches is enough.
   */
  readonly selectors: {readonly [name: string]: EksFargateSelector};
  /**
   * Tags for the profile, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * An add-on that EKS keeps, in place of the copy that a new cluster starts with.
 */
export interface EksAddon {
  /**
   * The add-on's version. Left out: EKS's default for the cluster's version.
   */
  readonly version?: string;
  /**
   * Values for the add-on as JSON text, by the schema that `aws eks describe-addon-configuration` shows. Left out: the add-on's own.
   */
  readonly configurationValues?: string;
  /**
   * A key in the cluster's `podRoles` that goes by OpenID Connect: what the add-on's pods act as. Left out: the nodes' role.
   */
  readonly podRole?: string;
}
/**
 * Where in the cluster a policy holds: exactly one.
 */
export interface EksAccessScopeAlternatives {
  /**
   * In all namespaces, and for what is in none.
   */
  readonly cluster: Empty;
  /**
   * In these Kubernetes namespaces.
   */
  readonly namespaces: readonly string[];
}
/**
 * Rights in the cluster, as AWS has put them together.
 */
export interface EksAccessPolicy {
  /**
   * Where in the cluster it holds.
   */
  readonly accessScope: EksAccessScope;
}
/**
 * An IAM principal that may call the cluster's Kubernetes API. Those of node groups and Fargate profiles EKS makes itself.
 */
export interface EksAccessEntry {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The ARN of an IAM role or user. A change replaces the entry.
   */
  readonly principalArn: string;
  /**
   * Kubernetes groups that it belongs to, for role bindings of the cluster's own.
   */
  readonly kubernetesGroups: readonly string[];
  /**
   * Access policies by AWS's name for them.
   */
  readonly policies: {readonly [name: string]: EksAccessPolicy};
  /**
   * Tags for the entry, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * An IAM role that the pods of a Kubernetes service account act as.
 */
export interface EksPodRole {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The Kubernetes namespace of the service account.
   */
  readonly namespace: string;
  /**
   * The name of the service account.
   */
  readonly serviceAccount: string;
  /**
   * `podIdentity`: by EKS Pod Identity, with the add-on eks-pod-identity-agent on the nodes. `openIdConnect`: by a token of the cluster (IRSA), which works on Fargate too and needs `openIdConnectProvider`, and the annotation `eks.amazonaws.com/role-arn` of the service account.
   */
  readonly by: "podIdentity" | "openIdConnect";
  /**
   * Names of AWS's managed policies, or ARNs, to attach to the role.
   */
  readonly managedPolicies: readonly string[];
  /**
   * Policies of the role's own, by name. Whoever has the role does not wait for them.
   */
  readonly inlinePolicies: InlinePolicies;
  /**
   * Tags for the role, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * What keeps pods away from the nodes that do not tolerate it.
 */
export interface EksTaint {
  /**
   * The taint's value. Left out: none.
   */
  readonly value?: string;
  /**
   * What becomes of pods that do not tolerate it.
   */
  readonly effect: "NO_SCHEDULE" | "NO_EXECUTE" | "PREFER_NO_SCHEDULE";
}
/**
 * An EKS cluster with its roles, node groups and Fargate profiles.
 */
export interface EksCluster {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * The version of Kubernetes. Quote it: 1.30 without quotes is the number 1.3.
   */
  readonly version: string;
  /**
   * Which addresses pods and services have: one family, never both. It cannot be changed later. AWS's own default is ipv4.
   */
  readonly ipFamily: "ipv4" | "ipv6";
  /**
   * The block of the services' addresses; for `ipFamily: ipv4` only. Left out: EKS chooses. With IPv6 EKS always chooses it, in fc00::/7.
   */
  readonly serviceIpv4Cidr?: string;
  /**
   * The tiers in which EKS puts the control plane's network interfaces, in at least two zones: dual-stack ones for IPv6.
   */
  readonly subnets: readonly string[];
  /**
   * Keys in `network.securityGroups` for the control plane's network interfaces, beside the group that EKS makes.
   */
  readonly securityGroups: readonly string[];
  /**
   * Answer calls of the Kubernetes API within the VPC. AWS's own default is no.
   */
  readonly endpointPrivateAccess: boolean;
  /**
   * Answer calls of the Kubernetes API from the internet. AWS's own default is yes.
   */
  readonly endpointPublicAccess: boolean;
  /**
   * How calls of the control plane to webhooks and OIDC providers leave: `AWS_MANAGED`, or `CUSTOMER_ROUTED` by the routes of the cluster's subnets, which can never be taken back. Left out: AWS's own default, AWS_MANAGED. Needs an AWS provider that has it: 6.64 does.
   */
  readonly controlPlaneEgressMode?: "AWS_MANAGED" | "CUSTOMER_ROUTED";
  /**
   * The blocks from which the public endpoint may be called, IPv6 ones in clusters with IPv6 too. None: the whole internet.
   */
  readonly publicAccessCidrs: readonly string[];
  /**
   * Who may call the cluster's Kubernetes API.
   */
  readonly accessConfig: EksAccessConfig;
  /**
   * Who may call the Kubernetes API, by name; beside them whoever made the cluster, unless `accessConfig` says otherwise.
   */
  readonly accessEntries: {readonly [name: string]: EksAccessEntry};
  /**
   * Make the IAM identity provider by which roles trust the cluster's service accounts (IRSA).
   */
  readonly openIdConnectProvider: boolean;
  /**
   * IAM roles of Kubernetes service accounts by name.
   */
  readonly podRoles: {readonly [name: string]: EksPodRole};
  /**
   * Which logs of the control plane go to CloudWatch Logs; AWS charges for them.
   */
  readonly enabledClusterLogTypes: readonly ("api" | "audit" | "authenticator" | "controllerManager" | "scheduler")[];
  /**
   * Days to keep the control plane's logs; AWS takes certain numbers only, such as 7, 30, 365.
   */
  readonly logRetentionInDays: number;
  /**
   * The ARN of a KMS key with which Kubernetes secrets are encrypted beside AWS's own encryption. It can never be taken away again. Left out: AWS's own key.
   */
  readonly secretsKeyArn?: string;
  /**
   * Managed node groups by name.
   */
  readonly nodeGroups: {readonly [name: string]: EksNodeGroup};
  /**
   * Fargate profiles by name.
   */
  readonly fargateProfiles: {readonly [name: string]: EksFargateProfile};
  /**
   * Add-ons by AWS's name for them.
   */
  readonly addons: {readonly [name: string]: EksAddon};
  /**
   * Terraform refuses to destroy or replace it and, where every AWS provider version that is allowed has the argument (6.9.0 and newer), AWS to delete it. `false`, applied, is the first of the two steps of taking it away; `terraform.mayDestroy` belongs to the second.
   */
  readonly deletionProtection: boolean;
  /**
   * Tags for the cluster and its roles, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * Amazon Elastic Kubernetes Service.
 */
export interface EksSettings {
  /**
   * Clusters by name.
   */
  readonly clusters: {readonly [name: string]: EksCluster};
}
/**
 * A ZIP archive in an S3 bucket of the function's region, and how to run it.
 */
export interface LambdaS3Code {
  /**
   * The name of the bucket. It must be there before `terraform apply`, and the object in it.
   */
  readonly bucket: string;
  /**
   * The key of the object. Terraform sees new code by a new key or a new `objectVersion`.
   */
  readonly key: string;
  /**
   * The version of the object, in a bucket with versioning. Left out: the newest at the time of the apply.
   */
  readonly objectVersion?: string;
  /**
   * Lambda's name of the language runtime.
   */
  readonly runtime: string;
  /**
   * The function within the code that is called.
   */
  readonly handler: string;
}
/**
 * Where the function's code is.
 */
export interface LambdaCodeAlternatives {
  /**
   * A ZIP archive in an S3 bucket.
   */
  readonly s3: LambdaS3Code;
  /**
   * URI of a container image in Amazon ECR in the function's region. Lambda itself pulls it: the VPC's addresses do not matter for that.
   */
  readonly image: string;
}
/**
 * A Lambda function in the VPC, with a role of its own.
 */
export interface LambdaFunction {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * What the function does. Left out: none.
   */
  readonly description?: string;
  /**
   * Where the function's code is.
   */
  readonly code: LambdaCode;
  /**
   * The processor's architecture, which the code must match.
   */
  readonly architecture: "x86_64" | "arm64";
  /**
   * MiB; the processor grows with it.
   */
  readonly memorySize: number;
  /**
   * Seconds until a call is broken off.
   */
  readonly timeout: number;
  /**
   * Environment variables. They stand in the Terraform state: no place for secrets.
   */
  readonly environment: {readonly [name: string]: string};
  /**
   * The tiers in whose subnets the function's network interfaces stand: dual-stack ones for IPv6.
   */
  readonly subnets: readonly string[];
  /**
   * Keys in `network.securityGroups` for the function's network interfaces.
   */
  readonly securityGroups: readonly string[];
  /**
   * Let the function call out over IPv6. AWS's default is no, in dual-stack subnets too.
   */
  readonly ipv6AllowedForDualStack: boolean;
  /**
   * Names of AWS's managed policies, or ARNs, for the function's role, beside `AWSLambdaVPCAccessExecutionRole`, which it always has.
   */
  readonly managedPolicies: readonly string[];
  /**
   * Policies of the role's own, by name. Whoever has the role does not wait for them.
   */
  readonly inlinePolicies: InlinePolicies;
  /**
   * Tags for the function and its role, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * AWS Lambda in the VPC.
 */
export interface LambdaSettings {
  /**
   * Functions by name.
   */
  readonly functions: {readonly [name: string]: LambdaFunction};
}
/**
 * An ECS cluster: what services run in, and what container instances join by its name `<blueprint>-<cluster>`.
 */
export interface EcsCluster {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * CloudWatch Container Insights; AWS charges for its metrics.
   */
  readonly containerInsights: "disabled" | "enabled" | "enhanced";
  /**
   * Tags for the cluster, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * An HTTP namespace of AWS Cloud Map: the services of one find each other by Service Connect. Its name is `<blueprint>-<namespace>`.
 */
export interface EcsNamespace {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * Tags for the namespace, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A port of a container that has a name.
 */
export interface ContainerPortName {
  /**
   * One of the container's `ports`.
   */
  readonly containerPort: number;
  /**
   * What the proxies of Service Connect speak there, and count requests by. ECS refuses to change it in a service that is there. Left out: TCP.
   */
  readonly appProtocol?: "http" | "http2" | "grpc";
}
/**
 * What the tasks of the namespace call.
 */
export interface ServiceConnectAlias {
  /**
   * The port that clients call, at the proxy in their own task.
   */
  readonly port: number;
  /**
   * The name that clients call. Left out: `<discovery name>.<namespace>`.
   */
  readonly dnsName?: string;
}
/**
 * How long the proxies wait, in seconds; 0: for ever.
 */
export interface ServiceConnectTimeout {
  /**
   * For how long a connection may be idle. Left out: 300, of TCP 3600.
   */
  readonly idleTimeoutSeconds?: number;
  /**
   * For the whole answer to a request; not with TCP. Left out: 15.
   */
  readonly perRequestTimeoutSeconds?: number;
}
/**
 * A port of the service's tasks which the namespace may call.
 */
export interface ServiceConnectService {
  /**
   * The name of the Cloud Map service that ECS makes. Left out: the port name.
   */
  readonly discoveryName?: string;
  /**
   * What clients call.
   */
  readonly clientAlias: ServiceConnectAlias;
  /**
   * The port on which the proxy takes what other services send, in place of the container's own: a load balancer then sends past the proxy. Security groups let in this port. Left out: the container's port.
   */
  readonly ingressPortOverride?: number;
  /**
   * How long the proxies wait. Left out: as AWS does.
   */
  readonly timeout?: ServiceConnectTimeout;
}
/**
 * ECS puts a proxy beside the containers of each task, by which services of a namespace call each other by short names. The proxy adds to the task's load: AWS recommends 256 CPU units and 64 MiB more. It hands what comes in on to 127.0.0.1, and in an IPv6-only task to [::1]: let the application listen on both.
 */
export interface ServiceConnect {
  /**
   * A key in `ecs.namespaces`.
   */
  readonly namespace: string;
  /**
   * What the namespace may call, by the port's name in `portNames` of a container. None: the service calls others and is not called.
   */
  readonly services: {readonly [name: string]: ServiceConnectService};
  /**
   * Services of the same namespace that this one calls. They are made before it, since a task knows those endpoints alone that were there when its service was deployed; and the packets there are followed.
   */
  readonly calls: readonly string[];
}
/**
 * What the containers are built for.
 */
export interface RuntimePlatform {
  /**
   * The processor's architecture, which the images must match.
   */
  readonly cpuArchitecture: "X86_64" | "ARM64";
  /**
   * The operating system. IPv6-only tasks are Linux only.
   */
  readonly operatingSystemFamily: string;
}
/**
 * How ECS asks a container whether it is well; a task with an essential container that is not is replaced.
 */
export interface ContainerHealthCheck {
  /**
   * What is run in the container: `CMD` and words, or `CMD-SHELL` and a line for its shell. It calls the container's own port: in an IPv6-only task at [::1].
   */
  readonly command: readonly string[];
  /**
   * Seconds between two checks.
   */
  readonly interval: number;
  /**
   * Seconds to wait for an answer.
   */
  readonly timeout: number;
  /**
   * How often it fails before the container is unhealthy.
   */
  readonly retries: number;
  /**
   * Seconds after the start in which failures do not count.
   */
  readonly startPeriod: number;
}
/**
 * A container of a task. Its output goes to the task definition's log group.
 */
export interface Container {
  /**
   * The image, by registry, name and tag or digest. IPv6-only tasks need a registry that answers over IPv6: of ECR that is `<account>.dkr-ecr.<region>.on.aws`.
   */
  readonly image: string;
  /**
   * TCP ports on which the container listens, at the task's own address.
   */
  readonly ports: readonly number[];
  /**
   * Names for ports, by which Service Connect speaks of them; each once in the task definition.
   */
  readonly portNames: {readonly [name: string]: ContainerPortName};
  /**
   * Environment variables. They stand in the Terraform state: no place for secrets.
   */
  readonly environment: {readonly [name: string]: string};
  /**
   * Environment variables whose values ECS reads when a task starts.
   */
  readonly secrets: {readonly [name: string]: string};
  /**
   * What to run, word by word. None: as the image says.
   */
  readonly command: readonly string[];
  /**
   * How ECS asks whether it is well. Left out: a container that runs is well.
   */
  readonly healthCheck?: ContainerHealthCheck;
  /**
   * Whether the whole task stops when the container does.
   */
  readonly essential: boolean;
}
/**
 * The IAM role which the containers themselves act as.
 */
export interface EcsTaskRole {
  /**
   * Names of AWS's managed policies, or ARNs, to attach to the role.
   */
  readonly managedPolicies: readonly string[];
  /**
   * Policies of the role's own, by name. Whoever has the role does not wait for them.
   */
  readonly inlinePolicies: InlinePolicies;
}
/**
 * Containers which run together and share one network interface (network mode `awsvpc`), with an execution role that may pull their images, write their log and read their secrets, and nothing else.
 */
export interface TaskDefinition {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * CPU units for the whole task; 1024 are one vCPU. Fargate takes certain pairs of cpu and memory only.
   */
  readonly cpu: number;
  /**
   * MiB for the whole task.
   */
  readonly memory: number;
  /**
   * What the containers are built for.
   */
  readonly runtimePlatform: RuntimePlatform;
  /**
   * Containers by name.
   */
  readonly containers: {readonly [name: string]: Container};
  /**
   * The role of the containers themselves. Left out: none, unless a service of the task has `enableExecuteCommand`.
   */
  readonly taskRole?: EcsTaskRole;
  /**
   * Days to keep the containers' output in CloudWatch Logs; AWS takes certain numbers only, such as 7, 30, 365.
   */
  readonly logRetentionInDays: number;
  /**
   * Tags for the task definition, its roles and its log group, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A share of the tasks on Fargate Spot: cheaper, and AWS takes them back at two minutes' notice.
 */
export interface FargateSpot {
  /**
   * How many tasks always run on demand, before shares count.
   */
  readonly base: number;
  /**
   * The share of further tasks that runs on demand.
   */
  readonly onDemandWeight: number;
  /**
   * The share of further tasks that runs on Spot.
   */
  readonly spotWeight: number;
}
/**
 * Capacity that AWS runs.
 */
export interface FargateCapacity {
  /**
   * The Fargate platform version. IPv6 needs 1.4.0 or newer, which LATEST is.
   */
  readonly platformVersion: string;
  /**
   * Run a share of the tasks on Fargate Spot. Adding it or taking it away replaces the service. Left out: none.
   */
  readonly spot?: FargateSpot;
}
/**
 * Capacity on hosts of the blueprint. They join the cluster by `ECS_CLUSTER` in their user data.
 */
export interface Ec2Capacity {
  /**
   * A key in `compute.autoScalingGroups`, with `os: amazon-linux-2023-ecs` or another image with the ECS agent.
   */
  readonly autoScalingGroup: string;
}
/**
 * What a service's tasks run on: exactly one.
 */
export interface EcsCapacityAlternatives {
  /**
   * AWS runs the hosts.
   */
  readonly fargate: FargateCapacity;
  /**
   * Hosts of the blueprint.
   */
  readonly ec2: Ec2Capacity;
}
/**
 * Add and take away tasks so that a metric stays near a value.
 */
export interface EcsTargetTracking {
  /**
   * Percent.
   */
  readonly targetValue: number;
  /**
   * Seconds after tasks were taken away before more are.
   */
  readonly scaleInCooldown: number;
  /**
   * Seconds after tasks were added before more are.
   */
  readonly scaleOutCooldown: number;
  /**
   * Add tasks only, and leave taking away to others.
   */
  readonly disableScaleIn: boolean;
}
/**
 * Other bounds from a time on.
 */
export interface EcsSchedule {
  /**
   * An expression of Application Auto Scaling.
   */
  readonly schedule: string;
  /**
   * In which `at` and `cron` are meant.
   */
  readonly timezone: string;
  /**
   * From then on.
   */
  readonly minCapacity: number;
  /**
   * From then on.
   */
  readonly maxCapacity: number;
}
/**
 * Application Auto Scaling of a service. `desiredCount` is then for the first apply alone, and with `schedules` so are `minCapacity` and `maxCapacity`: Terraform leaves them to it.
 */
export interface EcsScaling {
  /**
   * The fewest tasks.
   */
  readonly minCapacity: number;
  /**
   * The most tasks.
   */
  readonly maxCapacity: number;
  /**
   * What the number of tasks follows, by AWS's name of the metric.
   */
  readonly targetTracking: {readonly [name: string]: EcsTargetTracking};
  /**
   * Other bounds at certain times, by a name of your own.
   */
  readonly schedules: {readonly [name: string]: EcsSchedule};
}
/**
 * Tasks that ECS keeps running. A target group attaches it by `targets: { ecsService: … }`.
 */
export interface EcsService {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * A key in `ecs.clusters`.
   */
  readonly cluster: string;
  /**
   * A key in `ecs.taskDefinitions`.
   */
  readonly taskDefinition: string;
  /**
   * What the tasks run on.
   */
  readonly capacity: EcsCapacity;
  /**
   * How many tasks to keep running. Left out: 1, or `minCapacity` of `scaling` where that is more.
   */
  readonly desiredCount?: number;
  /**
   * How the number of tasks follows the load. Left out: it is `desiredCount`.
   */
  readonly scaling?: EcsScaling;
  /**
   * The tiers in whose subnets the tasks' network interfaces stand. A task in an IPv6-only tier is in ECS's IPv6-only mode; one in a dual-stack tier needs the account setting `dualStackIPv6` for its IPv6 address.
   */
  readonly subnets: readonly string[];
  /**
   * Keys in `network.securityGroups` for the tasks' network interfaces. None: the VPC's default group.
   */
  readonly securityGroups: readonly string[];
  /**
   * Give each task a public IPv4 address; Fargate only. Says nothing of IPv6.
   */
  readonly assignPublicIp: boolean;
  /**
   * Let people run commands in the containers. Not in IPv6-only tiers.
   */
  readonly enableExecuteCommand: boolean;
  /**
   * How the service and others of a namespace call each other. Left out: it takes no part.
   */
  readonly serviceConnect?: ServiceConnect;
  /**
   * Tags for the service and its tasks, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * Amazon ECS: clusters, task definitions and services.
 */
export interface EcsSettings {
  /**
   * Clusters by name.
   */
  readonly clusters: {readonly [name: string]: EcsCluster};
  /**
   * Namespaces of Service Connect by name.
   */
  readonly namespaces: {readonly [name: string]: EcsNamespace};
  /**
   * Task definitions by name.
   */
  readonly taskDefinitions: {readonly [name: string]: TaskDefinition};
  /**
   * Services by name.
   */
  readonly services: {readonly [name: string]: EcsService};
}
/**
 * A container of an ECS service's tasks, which ECS registers by the tasks' addresses.
 */
export interface EcsTarget {
  /**
   * A key in `ecs.services`.
   */
  readonly service: string;
  /**
   * A container of the service's task definition.
   */
  readonly containerName: string;
  /**
   * One of the container's `ports`.
   */
  readonly containerPort: number;
}
/**
 * A hosted zone which is there already.
 */
export interface ExistingHostedZone {
  /**
   * The hosted zone's id.
   */
  readonly id: string;
  /**
   * The zone is a private one: an instance's A record holds its private address.
   */
  readonly privateZone: boolean;
}
/**
 * Where the hosted zone comes from: exactly one.
 */
export interface HostedZoneSourceAlternatives {
  /**
   * A hosted zone which is there already.
   */
  readonly existing: ExistingHostedZone;
  /**
   * A new zone for all the world. The domain has to be delegated to its name servers.
   */
  readonly public: Empty;
  /**
   * A new zone which only the VPC's own resolver answers for.
   */
  readonly private: Empty;
}
/**
 * A domain whose records Route 53 keeps.
 */
export interface HostedZone {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The zone's domain name, without a dot at its end.
   */
  readonly name: string;
  /**
   * An existing zone, or a new one.
   */
  readonly source: HostedZoneSource;
  /**
   * Tags for a new zone, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A load balancer whose addresses Route 53 answers with.
 */
export interface AliasTarget {
  /**
   * A key in `loadBalancers`.
   */
  readonly loadBalancer: string;
  /**
   * The records to make. Left out: A, AAAA or both, as the target has addresses.
   */
  readonly recordTypes?: readonly ("A" | "AAAA")[];
  /**
   * Answer only while the load balancer has a healthy target.
   */
  readonly evaluateTargetHealth: boolean;
}
/**
 * An instance whose addresses the records hold.
 */
export interface InstanceTarget {
  /**
   * A key in `compute.instances`. A holds its Elastic IP or public address, in a private zone its private one; AAAA its IPv6 addresses.
   */
  readonly name: string;
  /**
   * The records to make. Left out: A, AAAA or both, as the target has addresses.
   */
  readonly recordTypes?: readonly ("A" | "AAAA")[];
}
/**
 * What the records hold: exactly one.
 */
export interface RecordValueAlternatives {
  /**
   * The addresses of a load balancer: an A and an AAAA record where it is dual-stack.
   */
  readonly alias: AliasTarget;
  /**
   * The addresses of an instance: an A and an AAAA record where it has both.
   */
  readonly instance: InstanceTarget;
  /**
   * IPv4 addresses.
   */
  readonly a: readonly string[];
  /**
   * IPv6 addresses.
   */
  readonly aaaa: readonly string[];
  /**
   * Another name which the answers are taken from. Not at the zone's own name, and not beside other records.
   */
  readonly cname: string;
  /**
   * A key in `rds.instances`: a CNAME for the name that RDS gives it, which has an AAAA record too when the network type is DUAL.
   */
  readonly database: string;
  /**
   * Texts, without the quotation marks around them. A text of more than 255 characters is written as several strings, which resolvers join.
   */
  readonly txt: readonly string[];
}
/**
 * A name in a hosted zone, and what DNS answers for it.
 */
export interface DnsRecord {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * A key in `route53.hostedZones`.
   */
  readonly hostedZone: string;
  /**
   * The name before the zone's domain. Left out: the domain itself.
   */
  readonly name?: string;
  /**
   * Seconds for which resolvers keep the answer; an alias has its target's own.
   */
  readonly ttl: number;
  /**
   * What the records hold.
   */
  readonly value: RecordValue;
}
/**
 * The addresses of a Resolver endpoint in one zone. What is left out is AWS's choice.
 */
export interface ResolverEndpointAddress {
  /**
   * An address of the subnet's IPv4 block. Left out: AWS chooses one.
   */
  readonly ip?: string;
  /**
   * In full, or only the host part in the subnet's block, such as "::53". Left out: AWS chooses one.
   */
  readonly ipv6?: string;
}
/**
 * Where DNS queries come into the VPC from other networks, or leave it for them: one address in each subnet of its tiers.
 */
export interface ResolverEndpoint {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * `INBOUND`: other networks ask the VPC's resolver here. `OUTBOUND`: the VPC's resolver asks the servers of `resolverRules` from here. A change replaces the endpoint.
   */
  readonly direction: "INBOUND" | "OUTBOUND";
  /**
   * The tiers in whose subnets its addresses stand: two addresses at least, best in two zones.
   */
  readonly subnets: readonly string[];
  /**
   * Chosen addresses by zone, for servers elsewhere that are told where to ask. None: AWS chooses them all.
   */
  readonly addresses: {readonly [name: string]: ResolverEndpointAddress};
  /**
   * Keys in `network.securityGroups`: an inbound endpoint is asked at port 53 over UDP and TCP (DNS over HTTPS: 443), an outbound one asks at the port of its targets. A change replaces the endpoint.
   */
  readonly securityGroups: readonly string[];
  /**
   * The families of its addresses: what every one of its subnets must have. Left out: what all its tiers have, `DUALSTACK` where that is both.
   */
  readonly resolverEndpointType?: "IPV4" | "IPV6" | "DUALSTACK";
  /**
   * `Do53` is DNS over UDP and TCP, `DoH` over HTTPS, `DoH-FIPS` the same with FIPS encryption, of inbound endpoints alone.
   */
  readonly protocols: readonly ("Do53" | "DoH" | "DoH-FIPS")[];
  /**
   * Tags for the endpoint, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A DNS server that queries are forwarded to.
 */
export interface ResolverTarget {
  /**
   * Its IPv4 or IPv6 address. Quote IPv6.
   */
  readonly address: string;
  /**
   * The port that it answers at.
   */
  readonly port: number;
  /**
   * One of the endpoint's `protocols`.
   */
  readonly protocol: "Do53" | "DoH";
}
/**
 * Queries are forwarded to DNS servers of another network.
 */
export interface ResolverForward {
  /**
   * A key in `route53.resolverEndpoints`: an outbound one.
   */
  readonly resolverEndpoint: string;
  /**
   * The servers to ask, by a name of your own, all of one family.
   */
  readonly targets: {readonly [name: string]: ResolverTarget};
}
/**
 * What becomes of the queries: exactly one.
 */
export interface ResolverRuleTypeAlternatives {
  /**
   * They go to DNS servers elsewhere, by an outbound endpoint.
   */
  readonly forward: ResolverForward;
  /**
   * The VPC's resolver answers by itself, for a part of a domain that another rule forwards.
   */
  readonly system: Empty;
}
/**
 * What the VPC's resolver does with queries for a domain and all below it. The rule with the longest domain decides.
 */
export interface ResolverRule {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The domain, such as corp.example.com; `.` is every name. A change replaces the rule.
   */
  readonly domainName: string;
  /**
   * What becomes of the queries.
   */
  readonly ruleType: ResolverRuleType;
  /**
   * Whether the rule holds in the VPC of this blueprint. `false`: it is made for other VPCs, which name it in `resolverRuleAssociations`.
   */
  readonly associateVpc: boolean;
  /**
   * Tags for the rule, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A rule that is made elsewhere, and holds in this VPC too.
 */
export interface ResolverRuleAssociation {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * The id of the rule; one of another account is shared by AWS RAM.
   */
  readonly resolverRuleId: string;
}
/**
 * Domains that rules of the DNS Firewall name.
 */
export interface DnsFirewallDomainList {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * The domains; `*.` in front means all below one, `*` alone every name.
   */
  readonly domains: readonly string[];
  /**
   * Tags for the list, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * Which domains a rule is for: exactly one.
 */
export interface DnsFirewallDomainsAlternatives {
  /**
   * A key in `route53.dnsFirewall.domainLists`.
   */
  readonly domainList: string;
  /**
   * The id of a list of AWS or of another stack.
   */
  readonly domainListId: string;
}
/**
 * Queries get no answer.
 */
export interface DnsFirewallBlock {
  /**
   * `NODATA`: the name is there and has no records. `NXDOMAIN`: there is no such name.
   */
  readonly response: "NODATA" | "NXDOMAIN";
}
/**
 * Queries get another answer: a CNAME record.
 */
export interface DnsFirewallOverride {
  /**
   * What the CNAME record leads to.
   */
  readonly domain: string;
  /**
   * Seconds for which resolvers keep the answer.
   */
  readonly ttl: number;
}
/**
 * What is done with queries for the domains: exactly one.
 */
export interface DnsFirewallActionAlternatives {
  /**
   * They are answered, and later rules are not asked.
   */
  readonly allow: Empty;
  /**
   * They are answered, and noted in the query logs.
   */
  readonly alert: Empty;
  /**
   * They get no answer.
   */
  readonly block: DnsFirewallBlock;
  /**
   * They get another answer.
   */
  readonly override: DnsFirewallOverride;
}
/**
 * What is done with queries for certain domains.
 */
export interface DnsFirewallRule {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * The lowest number of the group is asked first; each stands once.
   */
  readonly priority: number;
  /**
   * Which domains it is for.
   */
  readonly domains: DnsFirewallDomains;
  /**
   * What is done with the queries.
   */
  readonly action: DnsFirewallAction;
  /**
   * The record type that is asked for: A, AAAA, CAA, CNAME, DS, MX, NAPTR, NS, PTR, SOA, SPF, SRV or TXT, or `TYPE` and its number. Left out: every one.
   */
  readonly qType?: string;
}
/**
 * Rules of the DNS Firewall, and their place among the groups of the VPC.
 */
export interface DnsFirewallRuleGroup {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * The VPC's group with the lowest number is asked first; each stands once.
   */
  readonly priority: number;
  /**
   * `ENABLED`: AWS takes the group from the VPC only after this is `DISABLED`.
   */
  readonly mutationProtection: "ENABLED" | "DISABLED";
  /**
   * The rules by name.
   */
  readonly rules: {readonly [name: string]: DnsFirewallRule};
  /**
   * Tags for the group and its place, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A rule group that is made elsewhere, and holds in this VPC too.
 */
export interface DnsFirewallRuleGroupAssociation {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * The id of the group; one of another account is shared by AWS RAM.
   */
  readonly firewallRuleGroupId: string;
  /**
   * The VPC's group with the lowest number is asked first; each stands once.
   */
  readonly priority: number;
  /**
   * `ENABLED`: AWS takes the group from the VPC only after this is `DISABLED`.
   */
  readonly mutationProtection: "ENABLED" | "DISABLED";
  /**
   * Tags for its place, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * Which names hosts of the VPC may ask its resolver for. Hosts that ask another server, or connect by address, pass by it.
 */
export interface DnsFirewall {
  /**
   * When the firewall itself does not answer: `true` lets queries through, `false` (AWS's own default) answers SERVFAIL, so that no name is found.
   */
  readonly failOpen: boolean;
  /**
   * Lists of domains by name.
   */
  readonly domainLists: {readonly [name: string]: DnsFirewallDomainList};
  /**
   * Groups of rules by name; each holds in the VPC of this blueprint.
   */
  readonly ruleGroups: {readonly [name: string]: DnsFirewallRuleGroup};
  /**
   * Groups that are made elsewhere, by a name of your own.
   */
  readonly ruleGroupAssociations: {readonly [name: string]: DnsFirewallRuleGroupAssociation};
}
/**
 * A log group for query logs.
 */
export interface QueryLogGroup {
  /**
   * Days to keep the records; AWS takes certain numbers only, such as 7, 30, 365.
   */
  readonly retentionInDays: number;
  /**
   * The ARN of the key to encrypt the log group with. Left out: AWS's own key.
   */
  readonly kmsKeyId?: string;
}
/**
 * An S3 bucket for query logs.
 */
export interface QueryLogBucket {
  /**
   * The ARN of the bucket, which must exist and let log delivery write.
   */
  readonly bucketArn: string;
  /**
   * A folder in the bucket. Left out: none.
   */
  readonly prefix?: string;
}
/**
 * A delivery stream of Amazon Data Firehose for query logs.
 */
export interface QueryLogStream {
  /**
   * The ARN of the stream, which must exist.
   */
  readonly deliveryStreamArn: string;
}
/**
 * Where query logs are written: exactly one.
 */
export interface QueryLogDestinationAlternatives {
  /**
   * A log group which Hextet makes.
   */
  readonly cloudWatchLogs: QueryLogGroup;
  /**
   * A bucket which exists.
   */
  readonly s3: QueryLogBucket;
  /**
   * A delivery stream which exists.
   */
  readonly firehose: QueryLogStream;
}
/**
 * A log of the names that hosts of the VPC ask its resolver for. A change of anything but tags replaces it.
 */
export interface ResolverQueryLog {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * Where it is written.
   */
  readonly destination: QueryLogDestination;
  /**
   * Tags for the log and its log group, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * Hosted zones and the DNS records in them, and what the VPC's own resolver does.
 */
export interface Route53Settings {
  /**
   * Hosted zones by name.
   */
  readonly hostedZones: {readonly [name: string]: HostedZone};
  /**
   * DNS records by name.
   */
  readonly records: {readonly [name: string]: DnsRecord};
  /**
   * Where DNS queries of other networks come in, and queries for their names leave, by name.
   */
  readonly resolverEndpoints: {readonly [name: string]: ResolverEndpoint};
  /**
   * What the VPC's resolver does with queries for certain domains, by name.
   */
  readonly resolverRules: {readonly [name: string]: ResolverRule};
  /**
   * Rules that are made elsewhere and hold in this VPC, by a name of your own.
   */
  readonly resolverRuleAssociations: {readonly [name: string]: ResolverRuleAssociation};
  /**
   * Which names the VPC's resolver answers for. Left out: all, and the VPC's setting is left alone.
   */
  readonly dnsFirewall?: DnsFirewall;
  /**
   * Logs of DNS queries by name.
   */
  readonly resolverQueryLogs: {readonly [name: string]: ResolverQueryLog};
}
/**
 * A metric which CloudWatch makes of the records of a flow log, such as the bytes of IPv6 traffic: no metric of EC2 tells IPv6 apart.
 */
export interface MetricFilter {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * A key in `network.flowLogs`; one which writes to CloudWatch Logs.
   */
  readonly flowLog: string;
  /**
   * The records to count: fields of the flow log, and the value that each must have.
   */
  readonly match: {readonly [name: string]: string};
  /**
   * The field to add up, such as `bytes` or `packets`. Left out: the records are counted.
   */
  readonly valueField?: string;
}
/**
 * A metric of `AWS/NATGateway`, for the gateway in each zone.
 */
export interface NatGatewayMetric {
  /**
   * A key in `network.natGateways`.
   */
  readonly name: string;
  /**
   * The metric's name.
   */
  readonly metricName: string;
}
/**
 * A metric of `AWS/ApplicationELB` or `AWS/NetworkELB`. Application load balancers alone count IPv6 apart: `IPv6RequestCount`, `IPv6ProcessedBytes`.
 */
export interface LoadBalancerMetric {
  /**
   * A key in `loadBalancers`.
   */
  readonly name: string;
  /**
   * The metric's name.
   */
  readonly metricName: string;
}
/**
 * A metric of `AWS/EC2`. None of them tells IPv6 from IPv4.
 */
export interface InstanceMetric {
  /**
   * A key in `compute.instances`.
   */
  readonly name: string;
  /**
   * The metric's name.
   */
  readonly metricName: string;
}
/**
 * Any metric, by its full name.
 */
export interface CustomMetric {
  /**
   * The metric's namespace.
   */
  readonly namespace: string;
  /**
   * The metric's name.
   */
  readonly metricName: string;
  /**
   * What the metric is of: names and values.
   */
  readonly dimensions: {readonly [name: string]: string};
}
/**
 * A metric of CloudWatch: exactly one.
 */
export interface MetricAlternatives {
  /**
   * A key in `cloudwatch.metricFilters`.
   */
  readonly metricFilter: string;
  /**
   * A metric of a NAT gateway.
   */
  readonly natGateway: NatGatewayMetric;
  /**
   * A metric of a load balancer.
   */
  readonly loadBalancer: LoadBalancerMetric;
  /**
   * A metric of an instance.
   */
  readonly instance: InstanceMetric;
  /**
   * A metric by its full name.
   */
  readonly custom: CustomMetric;
}
/**
 * A threshold that a metric should not cross.
 */
export interface Alarm {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * What the alarm means, and what to do then. Left out: none.
   */
  readonly description?: string;
  /**
   * What is watched.
   */
  readonly metric: Metric;
  /**
   * How the statistic stands to the threshold in alarm.
   */
  comparisonOperator:
    | "GreaterThanOrEqualToThreshold"
    | "GreaterThanThreshold"
    | "LessThanThreshold"
    | "LessThanOrEqualToThreshold";
  /**
   * The value that the statistic is compared with.
   */
  readonly threshold: number;
  /**
   * How a period's data points become one value.
   */
  readonly statistic: "SampleCount" | "Average" | "Sum" | "Minimum" | "Maximum";
  /**
   * Seconds that one value covers: 10, 20, 30, or whole minutes.
   */
  readonly period: number;
  /**
   * How many periods in a row must be in alarm.
   */
  readonly evaluationPeriods: number;
  /**
   * What a period without data means. Most metrics of load balancers are there only when they are not zero.
   */
  readonly treatMissingData: "missing" | "ignore" | "breaching" | "notBreaching";
  /**
   * What is told of the alarm: the ARNs of SNS topics, for example.
   */
  readonly alarmActions: readonly string[];
  /**
   * What is told that the alarm is over.
   */
  readonly okActions: readonly string[];
  /**
   * Tags for the alarm, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * Metrics over time, or their newest values.
 */
export interface DashboardGraph {
  /**
   * The words above the graph. Left out: none.
   */
  readonly title?: string;
  /**
   * The lines of the graph, by name.
   */
  readonly metrics: {readonly [name: string]: Metric};
  /**
   * How a period's data points become one value: `Sum`, `p99` and the like.
   */
  readonly statistic: string;
  /**
   * Seconds that one value covers.
   */
  readonly period: number;
  /**
   * Lines over time, or numbers.
   */
  readonly view: "timeSeries" | "singleValue";
}
/**
 * One half of a dashboard's row: exactly one.
 */
export interface DashboardWidgetAlternatives {
  /**
   * Metrics.
   */
  readonly graph: DashboardGraph;
  /**
   * Words in Markdown.
   */
  readonly text: string;
}
/**
 * A page of CloudWatch: two widgets in each row, sorted by name.
 */
export interface Dashboard {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * The widgets by name, which decides their order.
   */
  readonly widgets: {readonly [name: string]: DashboardWidget};
}
/**
 * Metrics from flow logs, alarms and dashboards.
 */
export interface CloudwatchSettings {
  /**
   * Metrics which are made of flow logs, by name.
   */
  readonly metricFilters: {readonly [name: string]: MetricFilter};
  /**
   * Alarms by name.
   */
  readonly alarms: {readonly [name: string]: Alarm};
  /**
   * Dashboards by name.
   */
  readonly dashboards: {readonly [name: string]: Dashboard};
}
/**
 * The subnets that databases may stand in.
 */
export interface DatabaseSubnetGroup {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * Tiers with IPv4, in at least two zones; for databases with IPv6, dual-stack tiers only. RDS knows no IPv6-only databases.
   */
  readonly subnets: readonly string[];
  /**
   * Tags for the subnet group, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A database server. Its storage is encrypted, and its password is made, kept and rotated by AWS in Secrets Manager.
 */
export interface DatabaseInstance {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * A key in `rds.subnetGroups`. RDS refuses to move a database to another group of the same VPC: change the group's subnets instead.
   */
  readonly subnetGroup: string;
  /**
   * The engine, in AWS's words, such as postgres, mysql, mariadb or sqlserver-ex. For Aurora see `rds.clusters`.
   */
  readonly engine: string;
  /**
   * The version, quoted. With its first number only, such as "17", AWS chooses and keeps the rest up to date.
   */
  readonly engineVersion: string;
  /**
   * The size of the server.
   */
  readonly instanceClass: string;
  /**
   * A key in `rds.parameterGroups`. Left out: AWS's own for the engine and version.
   */
  readonly parameterGroup?: string;
  /**
   * `IPV4`, or `DUAL` for an endpoint with A and AAAA records. The default is DUAL when all tiers of the subnet group are dual-stack, else IPV4. Changing it later can mean an outage: do it alone, in a maintenance window.
   */
  readonly networkType?: "IPV4" | "DUAL";
  /**
   * Keys in `network.securityGroups`. Without one the database has the VPC's default group.
   */
  readonly securityGroups: readonly string[];
  /**
   * GiB of storage.
   */
  readonly allocatedStorageGib: number;
  /**
   * The kind of storage.
   */
  readonly storageType: "gp2" | "gp3";
  /**
   * GiB up to which AWS adds storage by itself when little is free; at least a tenth more than `allocatedStorageGib`, which is then for the first apply alone. Left out: it adds none.
   */
  readonly maxAllocatedStorageGib?: number;
  /**
   * ARN of the key that encrypts the storage. Left out: AWS's key for RDS.
   */
  readonly kmsKeyId?: string;
  /**
   * A database to make at first. Left out: none.
   */
  readonly databaseName?: string;
  /**
   * The user who may do everything; the password is in Secrets Manager.
   */
  readonly masterUsername: string;
  /**
   * The TCP port. Left out: the engine's own.
   */
  readonly port?: number;
  /**
   * Keep a standby in another zone.
   */
  readonly multiAz: boolean;
  /**
   * Give the database public addresses.
   */
  readonly publiclyAccessible: boolean;
  /**
   * Days for which automatic backups are kept; 0: none.
   */
  readonly backupRetentionPeriod: number;
  /**
   * When AWS may restart the database, each week, in UTC, for at least 30 minutes. What an apply changes waits for it where it needs a restart, a new `networkType` too. Left out: AWS chooses.
   */
  readonly maintenanceWindow?: string;
  /**
   * When automatic backups are made, each day, in UTC, for at least 30 minutes and outside the maintenance window. Left out: AWS chooses.
   */
  readonly backupWindow?: string;
  /**
   * Delete the database without a last snapshot of its data.
   */
  readonly skipFinalSnapshot: boolean;
  /**
   * What its last snapshot is called. AWS refuses to delete it while another snapshot has the name. Left out: `<stack>-<name>-final`.
   */
  readonly finalSnapshotIdentifier?: string;
  /**
   * AWS refuses to delete it, and Terraform to destroy or replace it. `false`, applied, is the first of the two steps of taking it away; `terraform.mayDestroy` belongs to the second.
   */
  readonly deletionProtection: boolean;
  /**
   * Tags for the database, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * What a parameter of the engine is set to.
 */
export interface DatabaseParameter {
  /**
   * The value, quoted, in the engine's own words.
   */
  readonly value: string;
  /**
   * `immediate`, which AWS takes of dynamic parameters only, or `pending-reboot`: after the next restart, which nobody but you brings about.
   */
  readonly applyMethod: "immediate" | "pending-reboot";
}
/**
 * How an engine is set. A database that gets another group has its parameters after the next restart, which is not made by itself.
 */
export interface DatabaseParameterGroup {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * The engine and the line of its versions, in AWS's words. Another one is another group, which takes the old one's place.
   */
  readonly family: string;
  /**
   * The engine's parameters by name; all others are as the engine has them.
   */
  readonly parameters: {readonly [name: string]: DatabaseParameter};
  /**
   * Tags for the group, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A server of an Aurora cluster. The network type is its cluster's.
 */
export interface AuroraInstance {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * The size of the server.
   */
  readonly instanceClass: string;
  /**
   * A key in `rds.parameterGroups`. Left out: AWS's own for the engine and version.
   */
  readonly parameterGroup?: string;
  /**
   * Give the instance public addresses.
   */
  readonly publiclyAccessible: boolean;
  /**
   * Tags for the instance, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * An Aurora cluster and its instances. Its storage is encrypted, and its password is made, kept and rotated by AWS in Secrets Manager.
 */
export interface DatabaseCluster {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * A key in `rds.subnetGroups`.
   */
  readonly subnetGroup: string;
  /**
   * The Aurora edition.
   */
  readonly engine: "aurora-mysql" | "aurora-postgresql";
  /**
   * The version, quoted.
   */
  readonly engineVersion: string;
  /**
   * A key in `rds.clusterParameterGroups`. Left out: AWS's own for the engine and version.
   */
  readonly clusterParameterGroup?: string;
  /**
   * `IPV4`, or `DUAL` for endpoints with A and AAAA records. The default is DUAL when all tiers of the subnet group are dual-stack, else IPV4. Changing it later can mean an outage: do it alone, in a maintenance window.
   */
  readonly networkType?: "IPV4" | "DUAL";
  /**
   * Keys in `network.securityGroups`. Without one the cluster has the VPC's default group.
   */
  readonly securityGroups: readonly string[];
  /**
   * ARN of the key that encrypts the storage. Left out: AWS's key for RDS.
   */
  readonly kmsKeyId?: string;
  /**
   * A database to make at first. Left out: none.
   */
  readonly databaseName?: string;
  /**
   * The user who may do everything; the password is in Secrets Manager.
   */
  readonly masterUsername: string;
  /**
   * The TCP port. Left out: the engine's own.
   */
  readonly port?: number;
  /**
   * Days for which automatic backups are kept.
   */
  readonly backupRetentionPeriod: number;
  /**
   * When AWS may restart the database, each week, in UTC, for at least 30 minutes. What an apply changes waits for it where it needs a restart, a new `networkType` too. Left out: AWS chooses.
   */
  readonly maintenanceWindow?: string;
  /**
   * When automatic backups are made, each day, in UTC, for at least 30 minutes and outside the maintenance window. Left out: AWS chooses.
   */
  readonly backupWindow?: string;
  /**
   * Delete the cluster without a last snapshot of its data.
   */
  readonly skipFinalSnapshot: boolean;
  /**
   * What its last snapshot is called. AWS refuses to delete it while another snapshot has the name. Left out: `<stack>-<name>-final`.
   */
  readonly finalSnapshotIdentifier?: string;
  /**
   * AWS refuses to delete it, and Terraform to destroy or replace it. `false`, applied, is the first of the two steps of taking it away; `terraform.mayDestroy` belongs to the second.
   */
  readonly deletionProtection: boolean;
  /**
   * The servers by name; AWS chooses the writer among them.
   */
  readonly instances: {readonly [name: string]: AuroraInstance};
  /**
   * Tags for the cluster, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * Databases and the subnets they stand in.
 */
export interface RdsSettings {
  /**
   * Database subnet groups by name.
   */
  readonly subnetGroups: {readonly [name: string]: DatabaseSubnetGroup};
  /**
   * Parameter groups of instances, those of Aurora clusters too, by name.
   */
  readonly parameterGroups: {readonly [name: string]: DatabaseParameterGroup};
  /**
   * Parameter groups of Aurora clusters by name.
   */
  readonly clusterParameterGroups: {readonly [name: string]: DatabaseParameterGroup};
  /**
   * Databases other than Aurora, by name.
   */
  readonly instances: {readonly [name: string]: DatabaseInstance};
  /**
   * Aurora clusters by name.
   */
  readonly clusters: {readonly [name: string]: DatabaseCluster};
}
/**
 * The subnets that caches may stand in.
 */
export interface CacheSubnetGroup {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * Tiers of one kind: dual-stack ones for network type dual_stack, IPv6-only ones for ipv6, ones with IPv4 for ipv4.
   */
  readonly subnets: readonly string[];
  /**
   * Tags for the subnet group, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A cluster of Memcached nodes.
 */
export interface CacheCluster {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * A key in `elasticache.subnetGroups`.
   */
  readonly subnetGroup: string;
  /**
   * The version, quoted: 1.6.6 or later for IPv6, 1.6.12 or later for encryption in transit.
   */
  readonly engineVersion: string;
  /**
   * The size of the nodes.
   */
  readonly nodeType: string;
  /**
   * How many nodes; several are spread over the zones.
   */
  readonly numCacheNodes: number;
  /**
   * Which addresses the nodes have. The default follows from the tiers of the subnet group. ElastiCache never changes it: a change replaces the cache.
   */
  readonly networkType?: "ipv4" | "ipv6" | "dual_stack";
  /**
   * Which addresses auto discovery tells. The default is ipv6 unless the network type is ipv4.
   */
  readonly ipDiscovery?: "ipv4" | "ipv6";
  /**
   * The TCP port.
   */
  readonly port: number;
  /**
   * Speak TLS only.
   */
  readonly transitEncryption: boolean;
  /**
   * Keys in `network.securityGroups`. Without one the cache has the VPC's default group.
   */
  readonly securityGroups: readonly string[];
  /**
   * Terraform refuses to destroy or replace it: for caches AWS has no protection of its own. Where it is to go, write `false`, or its address in `terraform.mayDestroy`.
   */
  readonly deletionProtection: boolean;
  /**
   * Tags for the cluster, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * A Valkey or Redis OSS cache: a primary node and its replicas, with cluster mode off, encrypted at rest.
 */
export interface ReplicationGroup {
  /**
   * The name that this had before: Terraform then moves the state of what was made under it, instead of destroying it and making it again. Take it out once it is applied. Left out: it has had no other name.
   */
  readonly renamedFrom?: string;
  /**
   * What stands for the name where AWS wants one. Left out: the name itself. AWS gives most things no other name, so that one which is renamed keeps its old one here for good.
   */
  readonly awsName?: string;
  /**
   * A key in `elasticache.subnetGroups`.
   */
  readonly subnetGroup: string;
  /**
   * What it is for. The default is its name and the stack's.
   */
  readonly description?: string;
  /**
   * The engine.
   */
  readonly engine: "valkey" | "redis";
  /**
   * The version, quoted. For IPv6, Valkey 7.2 or later and Redis OSS 6.2 to 7.1.
   */
  readonly engineVersion: string;
  /**
   * The size of the nodes.
   */
  readonly nodeType: string;
  /**
   * How many nodes, the primary included; with two or more a replica takes over by itself.
   */
  readonly numCacheClusters: number;
  /**
   * Which addresses the nodes have. The default follows from the tiers of the subnet group. ElastiCache never changes it: a change replaces the cache.
   */
  readonly networkType?: "ipv4" | "ipv6" | "dual_stack";
  /**
   * Which addresses clients learn. The default is ipv6 unless the network type is ipv4.
   */
  readonly ipDiscovery?: "ipv4" | "ipv6";
  /**
   * The TCP port.
   */
  readonly port: number;
  /**
   * Speak TLS only.
   */
  readonly transitEncryption: boolean;
  /**
   * Days for which daily snapshots are kept; 0: none.
   */
  readonly snapshotRetentionLimit: number;
  /**
   * Keys in `network.securityGroups`. Without one the cache has the VPC's default group.
   */
  readonly securityGroups: readonly string[];
  /**
   * Delete the cache without a last snapshot of what it holds.
   */
  readonly skipFinalSnapshot: boolean;
  /**
   * What its last snapshot is called. AWS refuses to delete the cache while another snapshot has the name. Left out: `<stack>-<name>-final`.
   */
  readonly finalSnapshotIdentifier?: string;
  /**
   * Terraform refuses to destroy or replace it: for caches AWS has no protection of its own. Where it is to go, write `false`, or its address in `terraform.mayDestroy`.
   */
  readonly deletionProtection: boolean;
  /**
   * Tags for the cache, beside the stack's own `tags` and the `Name` tag, which Hextet writes.
   */
  readonly tags: Tags;
}
/**
 * Caches and the subnets they stand in.
 */
export interface ElasticacheSettings {
  /**
   * Cache subnet groups by name.
   */
  readonly subnetGroups: {readonly [name: string]: CacheSubnetGroup};
  /**
   * Memcached clusters by name.
   */
  readonly clusters: {readonly [name: string]: CacheCluster};
  /**
   * Valkey and Redis OSS caches by name.
   */
  readonly replicationGroups: {readonly [name: string]: ReplicationGroup};
}
/**
 * What an output tells: exactly one.
 */
export interface OutputReferenceAlternatives {
  /**
   * An attribute of the VPC.
   */
  readonly vpc: "id" | "arn" | "ownerId" | "ipv4CidrBlock" | "ipv6CidrBlock";
  /**
   * The ids of a tier's subnets, by zone.
   */
  readonly subnetIds: string;
  /**
   * The IPv6 blocks of a tier's subnets, by zone.
   */
  readonly subnetIpv6CidrBlocks: string;
  /**
   * The IPv4 blocks of a tier's subnets, by zone.
   */
  readonly subnetIpv4CidrBlocks: string;
  /**
   * The public IPv4 addresses of a NAT gateway, by zone: what others must let in.
   */
  readonly natGatewayPublicIps: string;
  /**
   * The id of the egress-only internet gateway.
   */
  readonly egressOnlyInternetGatewayId: Empty;
  /**
   * The id of a security group.
   */
  readonly securityGroupId: string;
  /**
   * The DNS name of a load balancer.
   */
  readonly loadBalancerDnsName: string;
  /**
   * The ARN of a load balancer.
   */
  readonly loadBalancerArn: string;
  /**
   * The hosted zone of a load balancer, for A and AAAA alias records.
   */
  readonly loadBalancerZoneId: string;
  /**
   * The ARN of a target group.
   */
  readonly targetGroupArn: string;
  /**
   * The name of an Auto Scaling group in AWS.
   */
  readonly autoScalingGroupName: string;
  /**
   * The id of an instance.
   */
  readonly instanceId: string;
  /**
   * The IPv6 addresses of an instance.
   */
  readonly instanceIpv6Addresses: string;
  /**
   * The name of an EKS cluster in AWS, as `aws eks update-kubeconfig` wants it.
   */
  readonly eksClusterName: string;
  /**
   * The address of a cluster's Kubernetes API.
   */
  readonly eksClusterEndpoint: string;
  /**
   * A key in `lambda.functions`.
   */
  readonly lambdaFunctionArn: string;
  /**
   * The Elastic IP address of an instance which has one.
   */
  readonly instanceElasticIp: string;
  /**
   * Id of a VPC peering connection, which the far side needs to accept it and to route back: a key in `network.vpcPeeringConnections`.
   */
  readonly vpcPeeringConnectionId: string;
  /**
   * Id of the transit gateway of an attachment, which other VPCs need to attach to it: a key in `network.transitGatewayAttachments`.
   */
  readonly transitGatewayId: string;
  /**
   * The name servers of a new public hosted zone: what its domain is delegated to.
   */
  readonly hostedZoneNameServers: string;
  /**
   * The id of a Resolver endpoint.
   */
  readonly resolverEndpointId: string;
  /**
   * The ARN of a Resolver endpoint.
   */
  readonly resolverEndpointArn: string;
  /**
   * The IPv4 addresses of a Resolver endpoint, as a list: what DNS servers elsewhere forward to.
   */
  readonly resolverEndpointIpv4Addresses: string;
  /**
   * The IPv6 addresses of a Resolver endpoint, as a list: what DNS servers elsewhere forward to.
   */
  readonly resolverEndpointIpv6Addresses: string;
  /**
   * The id of a Resolver rule, which other VPCs associate themselves with.
   */
  readonly resolverRuleId: string;
  /**
   * The ARN of a Resolver rule, as AWS RAM shares it.
   */
  readonly resolverRuleArn: string;
  /**
   * The id of a domain list of the DNS Firewall.
   */
  readonly dnsFirewallDomainListId: string;
  /**
   * The id of a rule group of the DNS Firewall, which other VPCs associate themselves with.
   */
  readonly dnsFirewallRuleGroupId: string;
  /**
   * The ARN of a rule group of the DNS Firewall, as AWS RAM shares it.
   */
  readonly dnsFirewallRuleGroupArn: string;
  /**
   * The DNS name of a database instance of `rds.instances`.
   */
  readonly databaseAddress: string;
  /**
   * The DNS name of an Aurora cluster's writer.
   */
  readonly databaseClusterAddress: string;
  /**
   * The DNS name of an Aurora cluster's readers.
   */
  readonly databaseClusterReaderAddress: string;
  /**
   * The name and port at which a Memcached cluster tells its nodes.
   */
  readonly cacheConfigurationEndpoint: string;
  /**
   * The DNS name of a replication group's primary node.
   */
  readonly cachePrimaryEndpoint: string;
  /**
   * The DNS name of a replication group's replicas.
   */
  readonly cacheReaderEndpoint: string;
  /**
   * The id of a launch template.
   */
  readonly launchTemplateId: string;
  /**
   * The id of the internet gateway.
   */
  readonly internetGatewayId: Empty;
  /**
   * The ids of a tier's subnets: a map by the zone as the blueprint writes it, such as `a`.
   */
  readonly subnetIdsByZone: string;
  /**
   * The ARNs of a tier's subnets, by zone.
   */
  readonly subnetArns: string;
  /**
   * The IPv6 blocks of a tier's subnets: a map by zone.
   */
  readonly subnetIpv6CidrBlocksByZone: string;
  /**
   * The IPv4 blocks of a tier's subnets: a map by zone.
   */
  readonly subnetIpv4CidrBlocksByZone: string;
  /**
   * The ids of the route tables of a tier's subnets, each once.
   */
  readonly routeTableIds: string;
  /**
   * The id of the route table of a tier's subnet in each zone: a map by zone.
   */
  readonly routeTableIdsByZone: string;
  /**
   * The ids of a NAT gateway, by zone; one for a regional gateway.
   */
  readonly natGatewayIds: string;
  /**
   * The ids of a NAT gateway: a map by zone.
   */
  readonly natGatewayIdsByZone: string;
  /**
   * The public IPv4 addresses of a NAT gateway: a map by zone.
   */
  readonly natGatewayPublicIpsByZone: string;
  /**
   * The allocation ids of the Elastic IPs of a NAT gateway, by zone.
   */
  readonly natGatewayAllocationIds: string;
  /**
   * The id of a network ACL.
   */
  readonly networkAclId: string;
  /**
   * The ARN of a security group.
   */
  readonly securityGroupArn: string;
  /**
   * The id of a prefix list: a key in `network.prefixLists`.
   */
  readonly prefixListId: string;
  /**
   * The ARN of a prefix list, by which it is shared.
   */
  readonly prefixListArn: string;
  /**
   * The id of a VPC endpoint.
   */
  readonly vpcEndpointId: string;
  /**
   * The ARN of a VPC endpoint.
   */
  readonly vpcEndpointArn: string;
  /**
   * The ARN of a Network Firewall.
   */
  readonly networkFirewallArn: string;
  /**
   * The ids of the endpoints of a Network Firewall: a map by zone.
   */
  readonly networkFirewallEndpointIdsByZone: string;
  /**
   * The ARN of the policy of a Network Firewall.
   */
  readonly networkFirewallPolicyArn: string;
  /**
   * What endpoints name an endpoint service by: a key in `network.vpcEndpointServices`.
   */
  readonly vpcEndpointServiceName: string;
  /**
   * The id of an endpoint service, such as `vpce-svc-0123456789abcdef0`.
   */
  readonly vpcEndpointServiceId: string;
  /**
   * The name, the type and the value of the DNS record that proves the private name of an endpoint service: a map.
   */
  readonly vpcEndpointServicePrivateDnsRecord: string;
  /**
   * The ARN of a resource share, by which another account accepts it: a key in `network.resourceShares`.
   */
  readonly resourceShareArn: string;
  /**
   * The id of an IPAM pool: a key in `ipam.pools`.
   */
  readonly ipamPoolId: string;
  /**
   * The ARN of an IPAM pool, by which it is shared.
   */
  readonly ipamPoolArn: string;
  /**
   * The ARNs of a load balancer's listeners: a map by the listener's name.
   */
  readonly listenerArns: string;
  /**
   * The ARN of an Auto Scaling group.
   */
  readonly autoScalingGroupArn: string;
  /**
   * The ARN of an instance.
   */
  readonly instanceArn: string;
  /**
   * The id of the primary network interface of an instance: what routes of other stacks in the VPC lead to.
   */
  readonly instanceNetworkInterfaceId: string;
  /**
   * The allocation id of the Elastic IP of an instance which has one.
   */
  readonly instanceElasticIpAllocationId: string;
  /**
   * Id of the VPC's attachment to a transit gateway: a key in `network.transitGatewayAttachments`.
   */
  readonly transitGatewayAttachmentId: string;
  /**
   * Id of a route table of a transit gateway: a key in `network.transitGatewayRouteTables`.
   */
  readonly transitGatewayRouteTableId: string;
  /**
   * Id of a customer gateway: a key in `network.customerGateways`.
   */
  readonly customerGatewayId: string;
  /**
   * Id of the virtual private gateway: a key in `network.virtualPrivateGateways`.
   */
  readonly virtualPrivateGatewayId: string;
  /**
   * Id of a VPN connection: a key in `network.vpnConnections`.
   */
  readonly vpnConnectionId: string;
  /**
   * The addresses of AWS's ends of the two tunnels, which the device calls: a key in `network.vpnConnections`.
   */
  readonly vpnConnectionAddresses: string;
  /**
   * Id of a VPN connection's attachment to its transit gateway: a key in `network.vpnConnections`.
   */
  readonly vpnConnectionAttachmentId: string;
  /**
   * The id of a hosted zone, new or existing.
   */
  readonly hostedZoneId: string;
  /**
   * The ARN of an EKS cluster.
   */
  readonly eksClusterArn: string;
  /**
   * The certificate by which clients know a cluster's Kubernetes API, in base64.
   */
  readonly eksClusterCertificateAuthority: string;
  /**
   * The id of the security group which EKS makes for a cluster and gives to its managed nodes.
   */
  readonly eksClusterSecurityGroupId: string;
  /**
   * The URL of a cluster's OpenID Connect issuer, which IAM roles for service accounts trust.
   */
  readonly eksOidcIssuer: string;
  /**
   * The ARN of the identity provider of an EKS cluster with `openIdConnectProvider`, for roles of your own.
   */
  readonly eksOpenIdConnectProviderArn: string;
  /**
   * The ARNs of the roles of an EKS cluster's `podRoles`, by name.
   */
  readonly eksPodRoleArns: string;
  /**
   * The name of an ECS cluster in AWS.
   */
  readonly ecsClusterName: string;
  /**
   * The ARN of an ECS cluster.
   */
  readonly ecsClusterArn: string;
  /**
   * The name of an ECS service in AWS.
   */
  readonly ecsServiceName: string;
  /**
   * The ARN of an ECS service.
   */
  readonly ecsServiceArn: string;
  /**
   * The ARN of a task definition, with its revision.
   */
  readonly taskDefinitionArn: string;
  /**
   * The port of a database instance.
   */
  readonly databasePort: string;
  /**
   * The ARN of a database instance.
   */
  readonly databaseArn: string;
  /**
   * The ARN of the secret in which AWS keeps the master password of a database instance. The password itself is no output.
   */
  readonly databaseSecretArn: string;
  /**
   * The port of an Aurora cluster.
   */
  readonly databaseClusterPort: string;
  /**
   * The ARN of an Aurora cluster.
   */
  readonly databaseClusterArn: string;
  /**
   * The ARN of the secret in which AWS keeps the master password of an Aurora cluster. The password itself is no output.
   */
  readonly databaseClusterSecretArn: string;
  /**
   * The name in AWS of a function of `lambda.functions`.
   */
  readonly lambdaFunctionName: string;
  /**
   * The ARN of the CloudWatch log group that a flow log writes to.
   */
  readonly flowLogGroupArn: string;
}
/**
 * A Terraform output of the stack.
 */
export interface Output {
  /**
   * What the output is. Left out: none.
   */
  readonly description?: string;
  /**
   * Keep the value out of Terraform's console output.
   */
  readonly sensitive: boolean;
  /**
   * What the output tells.
   */
  readonly value: OutputReference;
}
/**
 * What packets to it and from it must do.
 */
export interface Expectation {
  /**
   * What it must reach from each of its subnets: destinations that `hextet reach --help` tells of, or another name and a port.
   */
  readonly reaches: readonly string[];
  /**
   * Who must not reach it on any TCP or UDP port, or not on the port that is written: `internet`, or another name.
   */
  readonly notReachedFrom: readonly string[];
}
/**
 * A warning which the team has seen and lives with. Errors cannot be accepted.
 */
export interface Acceptance {
  /**
   * The id of the rule whose finding is accepted.
   */
  readonly rule: string;
  /**
   * The path of the finding, or of what it lies in.
   */
  readonly at: string;
  /**
   * Why it is right here: at least 10 characters, read by those who review the blueprint.
   */
  readonly reason: string;
  /**
   * The last day it holds; after it the warning comes back. Left out: it holds for good.
   */
  readonly until?: string;
}
