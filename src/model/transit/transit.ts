import { invariant } from "../../base/invariant.ts";
import type { Path } from "../../base/path.ts";
import type {
  Blueprint,
  VpcPeeringSide,
  ResourceShare as WrittenShare,
  TransitGatewayAttachment as WrittenAttachment,
} from "../../blueprint/blueprint.generated.ts";
import { ipv4Blocks, ipv6Blocks } from "../addressing/vpc.ts";
import { type Context, sortedEntries } from "../context.ts";
import { awsStackName, displayName } from "../names.ts";
import { knownTiers, namesOf } from "../references.ts";
import type { Tier, Vpc } from "../types/subnets.ts";
import type {
  PeeringSide,
  ResourceShare,
  ReturnRoute,
  TransitGatewayAttachment,
  TransitGatewayReference,
  VpcPeeringConnection,
} from "../types/transit.ts";
import { readAssociation, readPropagations } from "./transit-gateway-tables.ts";

/** The VPC peering connections, sorted by name. */
export function normaliseVpcPeeringConnections(
  blueprint: Blueprint,
  vpc: Vpc,
): readonly VpcPeeringConnection[] {
  return sortedEntries(blueprint.network.vpcPeeringConnections).map(([name, written]) => ({
    name,
    path: ["network", "vpcPeeringConnections", name],
    displayName: displayName(awsStackName(blueprint), name),
    side: readSide(written.side),
    returnRoutes: returnRoutes(name, written.peerRouteTableIds ?? [], vpc),
    tags: written.tags,
  }));
}

/** The transit gateway attachments, sorted by name. */
export function normaliseTransitGatewayAttachments(
  context: Context,
  blueprint: Blueprint,
  { vpc, tiers }: { readonly vpc: Vpc; readonly tiers: readonly Tier[] },
): readonly TransitGatewayAttachment[] {
  return sortedEntries(blueprint.network.transitGatewayAttachments).map(([name, written]) => {
    const path: Path = ["network", "transitGatewayAttachments", name];
    const places = knownTiers(context, written.subnets, tiers, [...path, "subnets"]);
    const tables = namesOf(blueprint.network.transitGatewayRouteTables);
    return {
      name,
      path,
      displayName: displayName(awsStackName(blueprint), name),
      gateway: readGateway(blueprint, name, written.transitGateway),
      tiers: places.map((tier) => tier.name),
      subnets: places.flatMap((tier) => tier.subnets.map(({ id }) => id)),
      ipv6Support: written.ipv6Support,
      dnsSupport: written.dnsSupport,
      applianceModeSupport: written.applianceModeSupport,
      securityGroupReferencingSupport: written.securityGroupReferencingSupport,
      association: readAssociation(context, written.association, tables, [...path, "association"]),
      propagations: readPropagations(context, { name, path, written: written.propagations, tables }),
      defaultRouteTablePropagation: written.defaultRouteTablePropagation,
      returnRoutes: returnRoutes(name, written.peerRouteTableIds ?? [], vpc),
      tags: written.tags,
    };
  });
}

function readSide({ request, accept }: VpcPeeringSide): PeeringSide {
  if (accept !== undefined) return { kind: "accept", connectionId: accept.vpcPeeringConnectionId };
  invariant(request !== undefined, "a side without a choice passed the schema");
  const peerRegion = request.peerRegion ?? null;
  const peerOwnerId = request.peerOwnerId ?? null;
  const autoAccept = peerRegion === null && peerOwnerId === null;
  return { kind: "request", peerVpcId: request.peerVpcId, peerRegion, peerOwnerId, autoAccept };
}

function readGateway(
  blueprint: Blueprint,
  name: string,
  { id, create }: WrittenAttachment["transitGateway"],
): TransitGatewayReference {
  if (id !== undefined) return { kind: "id", id };
  invariant(create !== undefined, "a transit gateway without a choice passed the schema");
  return {
    kind: "create",
    amazonSideAsn: create.amazonSideAsn ?? null,
    autoAcceptSharedAttachments: create.autoAcceptSharedAttachments,
    defaultRouteTableAssociation: create.defaultRouteTableAssociation,
    defaultRouteTablePropagation: create.defaultRouteTablePropagation,
    securityGroupReferencingSupport: create.securityGroupReferencingSupport,
    share: create.share === undefined ? null : readShare(blueprint, name, create.share),
  };
}

function readShare(blueprint: Blueprint, name: string, written: WrittenShare): ResourceShare {
  return {
    path: ["network", "transitGatewayAttachments", name, "transitGateway", "create", "share"],
    displayName: displayName(awsStackName(blueprint), name),
    allowExternalPrincipals: written.allowExternalPrincipals,
    principals: sortedEntries(written.principals).map(([own, { account, arn }]) => {
      const principal = account ?? arn;
      invariant(principal !== undefined, "a principal without a choice passed the schema");
      return { id: `${name}_${own}`, name: own, principal };
    }),
  };
}

/** An id as it is; what stands for a reference, without what no Terraform address may have. */
function partOfAddress(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9_-]+/g, "_").replaceAll(/^_+|_+$/g, "");
}

function returnRoutes(name: string, routeTableIds: readonly string[], vpc: Vpc): readonly ReturnRoute[] {
  const blocks = [
    ...ipv4Blocks(vpc).map(({ id }) => ({ family: "ipv4" as const, block: id })),
    ...ipv6Blocks(vpc).map(({ id }) => ({ family: "ipv6" as const, block: id })),
  ];
  return [...routeTableIds].sort().flatMap((routeTableId) =>
    blocks.map(({ family, block }) => ({
      id: `${name}_${partOfAddress(routeTableId)}_${block}_${family}`,
      routeTableId,
      family,
      block,
    })),
  );
}
