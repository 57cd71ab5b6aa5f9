import type { Path } from "../../base/path.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type { RouteTarget } from "./routing.ts";
import type { SubnetId, Tags, TierName } from "./shared.ts";
import type { Zone } from "./subnets.ts";
import type { EndpointAddressType } from "./vpc-endpoints.ts";

/** One endpoint that packets pass through to what looks at them. */
export interface InspectionEndpoint {
  /** Logical id: `<name>_<zone letter>`. */
  readonly id: string;
  readonly displayName: string;
  readonly zone: Zone;
  readonly subnet: SubnetId;
}

/** An endpoint service: one that is made elsewhere, or an entry of `vpcEndpointServices`. */
export type EndpointServiceReference =
  | { readonly kind: "named"; readonly serviceName: string }
  | { readonly kind: "own"; readonly name: string; readonly acceptanceRequired: boolean };

/** The endpoints of a Gateway Load Balancer's service, one in each zone of a tier. */
export interface GatewayLoadBalancerEndpoint {
  readonly name: string;
  readonly path: Path;
  /** The service behind it: by its name in AWS, or one of the blueprint. */
  readonly service: EndpointServiceReference;
  readonly tier: TierName;
  readonly ipAddressType: EndpointAddressType;
  /** Sorted by zone. */
  readonly endpoints: readonly InspectionEndpoint[];
  readonly tags: Tags;
}

/** A route of the internet gateway's own table: where packets from the internet to a subnet go first. */
export interface InternetGatewayRoute {
  /** Logical id: `internet_gateway_<subnet>_<family>`. */
  readonly id: string;
  /** Where the author asked for it: an entry of `internetGatewayRoutes`, or `inspection` of the tier. */
  readonly path: Path;
  readonly tier: TierName;
  readonly subnet: SubnetId;
  readonly family: AddressFamily;
  readonly target: RouteTarget;
}
