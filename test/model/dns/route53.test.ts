import { describe, expect, it } from "vitest";
import { findingsWith, networkWith, only } from "../hosts-blueprint.ts";

const ZONES = `
  hostedZones:
    site: { name: example.com, source: { public: {} }, tags: { kind: zone } }
    given: { name: example.net, source: { existing: { id: Z0123 } } }
    inside: { name: corp.example.com, source: { existing: { id: Z0456, privateZone: true } } }
    own: { name: own.example.com, source: { private: {} } }
`;

const BALANCERS = `
loadBalancers:
  four: { type: application, ipAddressType: ipv4, subnets: [public], listeners: { x: { port: 80, protocol: HTTP, action: { redirectToHttps: {} } } } }
  both: { type: application, ipAddressType: dualstack, subnets: [public], listeners: { x: { port: 80, protocol: HTTP, action: { redirectToHttps: {} } } } }
  six: { type: application, ipAddressType: dualstack-without-public-ipv4, subnets: [public], listeners: { x: { port: 80, protocol: HTTP, action: { redirectToHttps: {} } } } }
`;

function recordsWith(zone: string, value: string, rest = "") {
  const records = `  records: { www: { hostedZone: ${zone}, name: www, value: ${value} } }`;
  return networkWith(`route53:${ZONES}${records}\n${rest}`).route53.records;
}

function addressesWith(zone: string, instance: string, target = "{ name: web }") {
  const compute = `compute: { instances: { web: { instanceType: t4g.small, ${instance} } } }`;
  return recordsWith(zone, `{ instance: ${target} }`, compute).map(({ type, content }) =>
    content.kind === "instance-address" ? `${type} ${content.address}` : content.kind,
  );
}

describe("hosted zones", () => {
  it("are sorted, and know whether they are private", () => {
    const { hostedZones } = networkWith(`route53:${ZONES}`).route53;
    expect(
      hostedZones.map(({ name, domain, source, isPrivate }) => [name, domain, source, isPrivate]),
    ).toEqual([
      ["given", "example.net", { kind: "existing", id: "Z0123" }, false],
      ["inside", "corp.example.com", { kind: "existing", id: "Z0456" }, true],
      ["own", "own.example.com", { kind: "private" }, true],
      ["site", "example.com", { kind: "public" }, false],
    ]);
  });
});

describe("an alias", () => {
  it.each([
    ["four", ["A"]],
    ["both", ["A", "AAAA"]],
    ["six", ["AAAA"]],
  ])("of balancer %s makes the records %j", (loadBalancer, types) => {
    const records = recordsWith("site", `{ alias: { loadBalancer: ${loadBalancer} } }`, BALANCERS);
    expect(records.map(({ type }) => type)).toEqual(types);
    for (const record of records) {
      expect(record).toMatchObject({
        id: `www_${record.type.toLowerCase()}`,
        name: "www",
        fullName: "www.example.com",
        typePath: ["route53", "records", "www", "value", "alias"],
        content: { kind: "alias", loadBalancer, evaluateTargetHealth: true },
      });
    }
  });

  it("makes the records that the author asks for, whatever the balancer has", () => {
    const value = "{ alias: { loadBalancer: four, recordTypes: [AAAA, A] } }";
    expect(
      recordsWith("site", value, BALANCERS).map(({ type, typePath }) => [type, typePath.at(-1)]),
    ).toEqual([
      ["A", 1],
      ["AAAA", 0],
    ]);
  });
});

describe("a record of an instance", () => {
  it.each([
    ["site", "subnet: public, elasticIp: true", ["A elastic-ip", "AAAA ipv6"]],
    ["site", "subnet: public, associatePublicIpAddress: true", ["A public-ip", "AAAA ipv6"]],
    ["site", "subnet: public", ["AAAA ipv6"]],
    ["site", "subnet: native", ["AAAA ipv6"]],
    ["site", "subnet: legacy", ["A private-ip"]],
    ["site", "subnet: public, ipv6AddressCount: 0", ["A private-ip"]],
    ["site", `subnet: public, ipv6Addresses: ["::4"]`, ["AAAA ipv6"]],
    ["inside", "subnet: public, elasticIp: true", ["A private-ip", "AAAA ipv6"]],
    ["own", "subnet: app", ["A private-ip", "AAAA ipv6"]],
    ["own", "subnet: native", ["AAAA ipv6"]],
  ])("in zone %s, { %s }, holds %j", (zone, instance, expected) => {
    expect(addressesWith(zone, instance)).toEqual(expected);
  });

  it("holds what the author asks for", () => {
    expect(addressesWith("site", "subnet: app", "{ name: web, recordTypes: [A] }")).toEqual(["A private-ip"]);
  });
});

describe("written values", () => {
  it.each([
    ["{ a: [192.0.2.4] }", "A", "a", ["192.0.2.4"]],
    [`{ aaaa: ["2001:db8::4"] }`, "AAAA", "aaaa", ["2001:db8::4"]],
    ["{ cname: www.example.org }", "CNAME", "cname", ["www.example.org"]],
    ["{ txt: [one, two] }", "TXT", "txt", ["one", "two"]],
  ])("%s", (value, type, key, texts) => {
    const record = only(recordsWith("site", value));
    expect(record).toMatchObject({ type, typePath: ["route53", "records", "www", "value", key] });
    expect(record.content).toMatchObject({
      kind: "values",
      ttl: 300,
      values: texts.map((text) => ({ text })),
    });
  });

  it("may stand at the domain itself", () => {
    const body = `route53:${ZONES}  records: { top: { hostedZone: site, ttl: 60, value: { txt: [x] } } }`;
    expect(only(networkWith(body).route53.records)).toMatchObject({
      id: "top_txt",
      fullName: "example.com",
      content: { ttl: 60 },
    });
  });
});

describe("unknown names", () => {
  const AT = "route53.records.www";
  it.each([
    ["sites", "{ a: [192.0.2.4] }", `${AT}.hostedZone: unknown hosted zone "sites" in ${AT}.hostedZone`],
    ["site", "{ instance: { name: web } }", `${AT}.value.instance.name: unknown instance "web"`],
    [
      "site",
      "{ alias: { loadBalancer: web } }",
      `${AT}.value.alias.loadBalancer: unknown load balancer "web"`,
    ],
  ])("in zone %s, value %s", (zone, value, finding) => {
    const body = `route53:${ZONES}  records: { www: { hostedZone: ${zone}, name: www, value: ${value} } }`;
    expect(findingsWith(body)).toEqual([expect.stringContaining(`model/unknown-name at ${finding}`)]);
  });
});
