import { describe, expect, it } from "vitest";
import { pruneDanglingReferences } from "../../../src/model/migration/prune/prune-dangling-references.ts";
import { describe as describeFinding, networkFrom, tryNetworkFrom } from "../../support/network.ts";

function textOf(shares: string, vpc = "{ ipv4Cidr: 10.20.0.0/16 }"): string {
  return `
apiVersion: hextet/v1
name: hub
region: eu-west-1
network:
  vpc: ${vpc}
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, slot: 0 } }
  transitGatewayAttachments:
    core: { transitGateway: { create: {} }, subnets: [app] }
    other: { transitGateway: { id: tgw-0b }, subnets: [app] }
  prefixLists: { offices: { addressFamily: IPv6, entries: { lisbon: { cidr: "2001:db8:1::/48" } } } }
  securityGroups: { web: { description: web } }
  resourceShares: ${shares}
`;
}

function findingsOf(shares: string, vpc?: string): readonly string[] {
  return tryNetworkFrom(textOf(shares, vpc)).diagnostics.map(describeFinding);
}

const UNIT = "arn:aws:organizations::123456789012:ou/o-exampleorgid/ou-ab12-cd34ef56";

describe("a resource share", () => {
  it("has the address of everything that it hands out, and ids that no order of the lists changes", () => {
    const [share] = networkFrom(
      textOf(
        `{ all: { principals: ["${UNIT}", "210987654321"], subnets: [app], prefixLists: [offices], transitGateways: [core] } }`,
      ),
    ).resourceShares;
    expect(share).toMatchObject({ displayName: "hub-all", allowExternalPrincipals: false });
    expect(share?.principals.map(({ id, principal }) => [id, principal])).toEqual([
      ["all_210987654321", "210987654321"],
      ["all_ou-ab12-cd34ef56", UNIT],
    ]);
    expect(share?.principals[0]?.path.slice(-2)).toEqual(["principals", 1]);
    expect(share?.resources.map(({ id, name, address }) => [id, name, address])).toEqual([
      ["all_transit_gateway_core", "core", "aws_ec2_transit_gateway.core"],
      ["all_subnet_app_a", "app", "aws_subnet.app_a"],
      ["all_subnet_app_b", "app", "aws_subnet.app_b"],
      ["all_prefix_list_offices", "offices", "aws_ec2_managed_prefix_list.offices"],
    ]);
  });

  it("names what the blueprint has", () => {
    expect(findingsOf("{ all: { prefixLists: [offices, ofices], resolverRules: [corp] } }")).toEqual([
      'model/unknown-name at network.resourceShares.all.prefixLists[1]: unknown prefix list "ofices" in network.resourceShares.all.prefixLists[1] (did you mean "offices"?)',
      'model/unknown-name at network.resourceShares.all.resolverRules[0]: unknown Resolver rule "corp" in network.resourceShares.all.resolverRules[0] (the blueprint has none)',
    ]);
  });

  it("hands out nothing that another stack has in its hands", () => {
    const vpc = `{ ipv4Cidr: 10.20.0.0/16, existing: { id: vpc-0a, management: reference, reference: { aws_subnet.app_b: subnet-0b, aws_security_group.web: sg-0c } } }`;
    expect(
      findingsOf("{ all: { subnets: [app], securityGroups: [web], transitGateways: [core, other] } }", vpc),
    ).toEqual([
      'model/shared-elsewhere at network.resourceShares.all.transitGateways[1]: the transit gateway attachment "other" is managed outside this stack, which cannot share it (share it where it is made)',
      "model/shared-elsewhere at network.resourceShares.all.subnets[0]: aws_subnet.app_b is managed outside this stack, which cannot share it (share it where it is made)",
      "model/shared-elsewhere at network.resourceShares.all.securityGroups[0]: aws_security_group.web is managed outside this stack, which cannot share it (share it where it is made)",
    ]);
  });

  it("hands out at a stage what is there", () => {
    const network = networkFrom(
      textOf(`{ all: { subnets: [app], prefixLists: [offices], transitGateways: [core] } }`),
    );
    const left = pruneDanglingReferences({ ...network, prefixLists: [], transitGatewayAttachments: [] });
    expect(left.resourceShares[0]?.resources.map(({ logicalId }) => logicalId)).toEqual(["app_a", "app_b"]);
    expect(pruneDanglingReferences(network)).toEqual(network);
  });
});

describe("an attachment of another account that is accepted", () => {
  const acceptanceOf = (foreign: string, gateway = "create: {}") =>
    networkFrom(
      `${textOf("{}").replace("create: {}", gateway)}  transitGatewayRouteTables: { spokes: { transitGateway: core } }
  foreignTransitGatewayAttachments: { shop: { id: tgw-attach-0a, ${foreign} } }
`,
    ).foreignTransitGatewayAttachments[0]?.acceptance;
  const TABLE = "association: { routeTable: spokes }";

  it("stands where its gateway puts it, unless a table is named", () => {
    const core = "transitGateway: core, accept: true";
    expect(acceptanceOf("transitGateway: core")).toBeNull();
    expect(acceptanceOf(core)).toEqual({
      defaultRouteTableAssociation: true,
      defaultRouteTablePropagation: true,
    });
    expect(acceptanceOf(`${core}, ${TABLE}, defaultRouteTablePropagation: false`)).toEqual({
      defaultRouteTableAssociation: false,
      defaultRouteTablePropagation: false,
    });
    const none = "create: { defaultRouteTableAssociation: disable, defaultRouteTablePropagation: disable }";
    expect(acceptanceOf(core, none)).toEqual({
      defaultRouteTableAssociation: false,
      defaultRouteTablePropagation: false,
    });
    expect(acceptanceOf("transitGateway: other, accept: true")).toEqual({
      defaultRouteTableAssociation: true,
      defaultRouteTablePropagation: true,
    });
  });
});
