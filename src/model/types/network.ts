import type { Path } from "../../base/path.ts";
import type { Environment } from "../../blueprint/environment.ts";
import type { Cloudwatch } from "./cloudwatch.ts";
import type { Compute } from "./compute.ts";
import type { DhcpOptions, FlowLog } from "./dhcp-and-flow-logs.ts";
import type { Ecs } from "./ecs.ts";
import type { Eks } from "./eks.ts";
import type { Elasticache } from "./elasticache.ts";
import type { Extension } from "./extensions.ts";
import type { NetworkAcl, PrefixList, SecurityGroup } from "./filtering.ts";
import type { GatewayLoadBalancer } from "./gateway-load-balancers.ts";
import type { HookChoice, RemovedParts } from "./hooks.ts";
import type { InlinePolicy } from "./inline-policies.ts";
import type { GatewayLoadBalancerEndpoint, InternetGatewayRoute } from "./inspection.ts";
import type { Ipam } from "./ipam.ts";
import type { Lambda } from "./lambda.ts";
import type { LoadBalancer, TargetGroup } from "./load-balancing.ts";
import type { Existing, Migration } from "./migration.ts";
import type { NetworkFirewall } from "./network-firewall.ts";
import type { Output } from "./outputs.ts";
import type { BlockPublicAccess } from "./public-access.ts";
import type { Rds } from "./rds.ts";
import type { Joined, JoinedService, Reference, SameVpc, WrittenArn } from "./references.ts";
import type { NamedInAws, Renames } from "./renames.ts";
import type { ResourceShare, ResourceShareAccepter } from "./resource-shares.ts";
import type { Route53 } from "./route53.ts";
import type { NatGateway, RouteTable } from "./routing.ts";
import type { Tags } from "./shared.ts";
import type { Tier, Vpc, Zone } from "./subnets.ts";
import type { TerraformSettings } from "./terraform-settings.ts";
import type {
  ForeignTransitGatewayAttachment,
  TransitGatewayAttachment,
  TransitGatewayRouteTable,
  VpcPeeringConnection,
} from "./transit.ts";
import type { VpcEndpointService } from "./vpc-endpoint-services.ts";
import type { InstanceConnectEndpoint, VpcEndpoint } from "./vpc-endpoints.ts";
import type { CustomerGateway, VirtualPrivateGateway, VpnConnection } from "./vpn.ts";

/**
 * A blueprint with every default filled, every name resolved and every subnet's place computed. Frozen. Lists are
 * sorted by name, so the author's key order never reaches the output. Each entity keeps the path it was written at.
 */
export interface Network {
  /** The stack's name; also its folder in `generated/stacks/`. */
  readonly name: string;
  /** Which environment of which blueprint the stack is; null: its blueprint has none. */
  readonly environment: Environment | null;
  /** What the names in AWS of all that it makes begin with. */
  readonly awsName: string;
  /** True when the author wrote that. */
  readonly awsNameIsWritten: boolean;
  /** What AWS knows by names that follow from those of the blueprint. */
  readonly namedInAws: readonly NamedInAws[];
  /** The stack's name before, whose state is to be carried over; null: it had no other. */
  readonly renamedFrom: string | null;
  /** Null: nothing in it is renamed. */
  readonly renames: Renames | null;
  readonly description: string;
  readonly region: string;
  readonly tags: Tags;
  readonly quotas: Quotas;
  readonly terraform: TerraformSettings;
  /** Files beside the blueprint that are copied into the stack's folder, sorted by name. */
  readonly extensions: readonly Extension[];
  /** What is chosen for each provider hook; sorted by id. */
  readonly hooks: readonly HookChoice[];
  /** What hooks no longer make and the next apply deletes; sorted by the hook's id. */
  readonly removedParts: readonly RemovedParts[];
  readonly vpc: Vpc;
  /** What was there before the blueprint; null: nothing. */
  readonly existing: Existing | null;
  /** Null: none is under way. All else here is its target; `atStage` gives the network as far as it has come. */
  readonly migration: Migration | null;
  /** Sorted by letter. */
  readonly zones: readonly Zone[];
  readonly plan: AddressPlan;
  readonly tiers: readonly Tier[];
  /** True when a route, a public NAT gateway or an Elastic IP needs one to be made, imported or referenced. */
  readonly internetGateway: boolean;
  readonly egressOnlyInternetGateway: boolean;
  readonly natGateways: readonly NatGateway[];
  readonly routeTables: readonly RouteTable[];
  /** The internet gateway's own table, sorted by id; empty: it has none, and packets go straight to their subnets. */
  readonly internetGatewayRoutes: readonly InternetGatewayRoute[];
  /** Null: nothing is known of VPC Block Public Access, and the internet is taken as open. */
  readonly blockPublicAccess: BlockPublicAccess | null;
  readonly networkAcls: readonly NetworkAcl[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly prefixLists: readonly PrefixList[];
  /** Null: the region's default DHCP options stay. */
  readonly dhcpOptions: DhcpOptions | null;
  readonly flowLogs: readonly FlowLog[];
  readonly vpcEndpoints: readonly VpcEndpoint[];
  readonly gatewayLoadBalancers: readonly GatewayLoadBalancer[];
  readonly gatewayLoadBalancerEndpoints: readonly GatewayLoadBalancerEndpoint[];
  readonly networkFirewalls: readonly NetworkFirewall[];
  readonly vpcEndpointServices: readonly VpcEndpointService[];
  readonly instanceConnectEndpoints: readonly InstanceConnectEndpoint[];
  readonly vpcPeeringConnections: readonly VpcPeeringConnection[];
  readonly transitGatewayAttachments: readonly TransitGatewayAttachment[];
  readonly transitGatewayRouteTables: readonly TransitGatewayRouteTable[];
  readonly foreignTransitGatewayAttachments: readonly ForeignTransitGatewayAttachment[];
  readonly resourceShares: readonly ResourceShare[];
  readonly resourceShareAccepters: readonly ResourceShareAccepter[];
  readonly customerGateways: readonly CustomerGateway[];
  readonly virtualPrivateGateways: readonly VirtualPrivateGateway[];
  readonly vpnConnections: readonly VpnConnection[];
  /** Null: the blueprint makes none. */
  readonly ipam: Ipam | null;
  readonly compute: Compute;
  readonly loadBalancers: readonly LoadBalancer[];
  readonly targetGroups: readonly TargetGroup[];
  readonly eks: Eks;
  readonly lambda: Lambda;
  readonly rds: Rds;
  readonly elasticache: Elasticache;
  readonly ecs: Ecs;
  readonly route53: Route53;
  readonly cloudwatch: Cloudwatch;
  /** Of the blueprint's roles, by role and name. */
  readonly inlinePolicies: readonly InlinePolicy[];
  readonly outputs: readonly Output[];
  readonly writtenArns: readonly WrittenArn[];
  /** What it takes from elsewhere; none where the blueprint was read without its neighbours. */
  readonly references: readonly Reference[];
  /** VPCs of other blueprints that it has a link to. Of two blueprints, one knows: the one that is told of what is wrong between them. */
  readonly joined: readonly Joined[];
  /** The stacks of other blueprints that work in its VPC. */
  readonly sameVpc: readonly SameVpc[];
  /** The names of other blueprints' stacks in the same VPC, or in one that a single link leads to; sorted. */
  readonly linked: readonly string[];
  /** The endpoint services of other blueprints that its endpoints are for, in the order of the endpoints. */
  readonly joinedServices: readonly JoinedService[];
  /** The networks of other blueprints that packets come to by such links, over any number of them; theirs are empty. */
  readonly neighbours: readonly Network[];
  /** Sorted by name. */
  readonly expectations: readonly Expectation[];
  readonly acceptances: readonly Acceptance[];
}

/** What AWS allows the account in this region. */
interface Quotas {
  readonly path: Path;
  /** In each direction and family. */
  readonly rulesPerSecurityGroup: number;
  /** In each direction and family, the rule that denies the rest included. */
  readonly rulesPerNetworkAcl: number;
  /** Of each family. */
  readonly routesPerRouteTable: number;
}

/** How blocks are cut from the VPC's: subnet number = slot * zonesPerTier + zone index, in both families. */
export interface AddressPlan {
  readonly path: Path;
  readonly ipv4PrefixLength: number;
  readonly ipv6PrefixLength: number;
  readonly zonesPerTier: number;
}

/** What the author wants of the packets from and to one thing; its name is looked up when it is judged. */
export interface Expectation {
  readonly path: Path;
  readonly name: string;
  readonly reaches: readonly WrittenEnd[];
  readonly notReachedFrom: readonly WrittenEnd[];
}

/** The other end of a connection, as the author wrote it: `github.com`, `db:5432`, `internet`. */
export interface WrittenEnd {
  readonly path: Path;
  readonly text: string;
}

/** A warning that the author accepts, with the reason that reviewers read. */
export interface Acceptance {
  readonly path: Path;
  readonly rule: string;
  /** The path as the author wrote it, such as `network.securityGroups.web`. */
  readonly at: string;
  readonly reason: string;
  /** Last valid day as YYYY-MM-DD; null: no end. */
  readonly until: string | null;
}
