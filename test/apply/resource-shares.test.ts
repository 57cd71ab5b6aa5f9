import { expect, test } from "vitest";
import { describeAppliedInOrder, stacksOf } from "../support/applied-stacks.ts";
import { at, listAt, textAt } from "../support/json.ts";

const OWNER = `apiVersion: hextet/v1
name: owner
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a, b]
  subnets:
    app: { addressing: dual-stack, internet: none, slot: 1 }
  transitGatewayAttachments:
    core: { transitGateway: { create: {} }, subnets: [app] }
  prefixLists:
    offices: { addressFamily: IPv6, entries: { lisbon: { cidr: "2001:db8:1::/48" } } }
  securityGroups:
    web: { description: for what participants make }
  resourceShares:
    hub:
      principals: ["000200020002"]
      allowExternalPrincipals: true
      transitGateways: [core]
      prefixLists: [offices]
    places:
      principals: ["000300030003"]
      subnets: [app]
      securityGroups: [web]
      tags: { team: net }
outputs:
  hub: { value: { resourceShareArn: hub } }
`;

const SPOKE = `apiVersion: hextet/v1
name: spoke
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.30.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack, internet: none, slot: 1 }
  resourceShareAccepters:
    hub: { resourceShareArn: { fromBlueprint: { stack: owner, value: { resourceShareArn: hub } } } }
`;

const stacks = {
  region: "eu-west-1",
  folders: (scratch: string) => stacksOf({ owner: OWNER, spoke: SPOKE }, scratch),
  accounts: { spoke: 2 },
};

describeAppliedInOrder("shares of one account and the acceptance of another", stacks, (applied) => {
  const associated = async (associationType: string) => {
    const all = await applied.ask("ram", "get_resource_share_associations", { associationType });
    return listAt(all, "resourceShareAssociations")
      .map((one) => [
        textAt(one, "resourceShareName"),
        textAt(one, "associatedEntity").replace(/^.*:([a-z-]+)\/.*$/, "$1"),
      ])
      .sort();
  };

  test("the shares hand out what they name, to whom they name", async () => {
    expect(await associated("RESOURCE")).toEqual([
      ["owner-hub", "prefix-list"],
      ["owner-hub", "transit-gateway"],
      ["owner-places", "security-group"],
      ["owner-places", "subnet"],
      ["owner-places", "subnet"],
    ]);
    expect(await associated("PRINCIPAL")).toEqual([
      ["owner-hub", "000200020002"],
      ["owner-places", "000300030003"],
    ]);
    const all = await applied.ask("ram", "get_resource_shares", { resourceOwner: "SELF" });
    const shares = listAt(all, "resourceShares").map((one) => [
      at(one, "name"),
      at(one, "allowExternalPrincipals"),
      at(one, "resourceShareArn"),
    ]);
    expect(shares.sort()).toEqual([
      ["owner-hub", true, await applied.output("owner", "hub")],
      ["owner-places", false, expect.any(String)],
    ]);
  });
});
