import { describe, expect, it } from "vitest";
import { compareReach } from "../../../src/reach/compare/compare-reach.ts";
import { topologyOf } from "../../../src/reach/from-network/topology-of.ts";
import { networkFrom } from "../../support/network.ts";

const SHOP = `apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack, internet: public, slot: 0 }
  securityGroups:
    app:
      ingress:
        https: { protocol: tcp, ports: 443, from: { cidrIpv6: "2001:db8::/32" } }
    web:
      ingress:
        http: { protocol: tcp, ports: 80, from: { securityGroup: app } }
compute:
  instances:
    app: { subnet: app, zone: a, instanceType: t4g.small, securityGroups: [app] }
    web: { subnet: app, zone: a, instanceType: t4g.small, securityGroups: [web] }
`;

const shop = (...edits: readonly (readonly [string, string])[]) => {
  const text = edits.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`no ${from}`);
    return all.replaceAll(from, to);
  }, SHOP);
  return topologyOf(networkFrom(text));
};

const told = (...sides: Parameters<typeof compareReach>) =>
  compareReach(...sides).map(
    ({ from, to, families, before, after }) => `${from} > ${to} ${families.join("+")}: ${before} > ${after}`,
  );

describe("what a change opens and closes", () => {
  it("is nothing where nothing changes", () => {
    expect(
      told(shop(), shop(["zone: a, instanceType: t4g.small", "zone: a, instanceType: t4g.medium"])),
    ).toEqual([]);
  });

  it("is told by family, under the port that one side alone names", () => {
    const open = shop(["from: { securityGroup: app }", 'from: { cidrIpv6: "::/0" }']);
    expect(told(shop(), open)).toEqual([
      "internet > web:80 ipv6: closed > open",
      "app > web:80 ipv4: open > closed",
    ]);
    expect(told(open, shop())).toEqual([
      "internet > web:80 ipv6: open > closed",
      "app > web:80 ipv4: closed > open",
    ]);
    const moved = shop(["ports: 80", "ports: 8080"]);
    expect(told(shop(), moved)).toEqual([
      "app > web:8080 ipv4+ipv6: closed > open",
      "app > web:80 ipv4+ipv6: open > closed",
    ]);
  });

  it("to destinations outside is told whichever family is taken", () => {
    const shut = shop([
      "ports: 80, from: { securityGroup: app } }",
      "ports: 80, from: { securityGroup: app } }\n      egress: {}",
    ]);
    const closed = told(shop(), shut);
    expect(closed).toContain("web > pypi : open > closed");
    expect(closed.filter((line) => line.startsWith("app >"))).toEqual([]);
  });

  it("of something new is who reaches it and whom it reaches here, and of something that goes nothing", () => {
    const more = shop([
      "    web: { subnet",
      "    new: { subnet: app, zone: a, instanceType: t4g.small, securityGroups: [app] }\n    web: { subnet",
    ]);
    expect(told(shop(), more)).toEqual([
      "internet > new:443 ipv6: closed > open",
      "new > web:80 ipv4+ipv6: closed > open",
    ]);
    expect(told(more, shop())).toEqual([]);
  });

  it("is nothing where something has another name alone", () => {
    const named = shop(["    web: { subnet", "    site: { subnet"]);
    const names = new Map([["aws_instance.site", "aws_instance.web"]]);
    expect(told(shop(), named, names)).toEqual([]);
    expect(told(shop(), named)).toEqual(["app > site:80 ipv4+ipv6: closed > open"]);
  });

  it("of a new network is what the internet comes to", () => {
    expect(told(null, shop())).toEqual([expect.stringMatching(/^internet > app:443 ipv6: closed > open$/)]);
  });
});
