import { isIP } from "node:net";
import { describe, expect, it } from "vitest";
import type { DestinationName } from "../../../src/aws/destinations/destination.ts";
import { destinations } from "../../../src/aws/destinations/destinations.ts";
import { hostNameOf } from "../../../src/aws/destinations/host-name-of.ts";
import { findServerName } from "../../../src/aws/destinations/server-names.ts";
import { knownRegions } from "../../../src/aws/regions.ts";
import { GATEWAY_ENDPOINT_SERVICES } from "../../../src/aws/vpc-endpoint-services.ts";

const ACCOUNT = "123456789012";
const HOST = /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))+$/;

const parts = destinations.flatMap(({ id, parts: all }) => all.map((part) => ({ id, part })));
const names = parts.flatMap(({ id, part }) =>
  part.names.map((name) => [`${id}: ${name.name}`, name] as const),
);

/** Where a name of AWS must be written out, or say that it is not there. */
const PARTITIONS = [
  ["aws", "eu-west-1"],
  ["aws-cn", "cn-north-1"],
  ["aws-us-gov", "us-gov-west-1"],
] as const;

describe("destinations", () => {
  it("have each id once, and at least one part with a name", () => {
    const ids = destinations.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(destinations.length).toBeGreaterThan(40);
    expect(parts.filter(({ part }) => part.names.length === 0)).toEqual([]);
    expect(destinations.filter((destination) => destination.parts.length === 0)).toEqual([]);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+([.-][a-z0-9]+)*$/);
  });

  it("name each name once in a part, the first without a setting", () => {
    for (const { id, part } of parts) {
      const [first, ...others] = part.names.map(({ name }) => name);
      expect(new Set([first, ...others]).size, id).toBe(part.names.length);
      expect(part.names[0]?.setting, id).toBeNull();
      expect(
        part.names.slice(1).filter(({ setting }) => setting === null),
        id,
      ).toEqual([]);
    }
  });

  it("say what to do where no name is known to have IPv6, and only there", () => {
    const hasIpv6 = ({ families }: DestinationName) => families !== "unknown" && families.includes("ipv6");
    for (const { id, part } of parts) {
      expect(part.instead === null, `${id}: ${part.what}`).toBe(part.names.some(hasIpv6));
    }
  });

  it.each(names)("%s is well formed in every partition that has it", (_, name) => {
    const there = PARTITIONS.filter(
      ([partition]) => name.partitions === "all" || name.partitions.includes(partition),
    );
    expect(there.length).toBeGreaterThan(0);
    for (const [partition, region] of PARTITIONS) {
      const host = hostNameOf(name, region, ACCOUNT);
      if (!there.some(([known]) => known === partition)) expect(host).toBeNull();
      else expect(isIP(host ?? "") !== 0 || HOST.test(host ?? ""), `${host}`).toBe(true);
    }
  });

  it.each(names)("%s has a source, and an address has its own family", (_, { name, families, sources }) => {
    expect(sources.length).toBeGreaterThan(0);
    if (isIP(name) !== 0) expect(families).toEqual([isIP(name) === 4 ? "ipv4" : "ipv6"]);
    if (families !== "unknown") expect(families.length).toBeGreaterThan(0);
  });

  it.each(names)("%s is answered for by an endpoint only where it has one", (_, name) => {
    if (name.endpointService === null) expect(name.endpointAnswers).toBe("no");
  });

  it("know that S3 and DynamoDB have gateway endpoints", () => {
    const services = names.map(([, { endpointService }]) => endpointService);
    expect(services.filter((service) => GATEWAY_ENDPOINT_SERVICES.includes(service ?? ""))).toContain("s3");
    expect(services).toContain("dynamodb");
  });

  it("are unknown where nothing better than low confidence tells", () => {
    for (const [text, { families, sources }] of names) {
      if (sources.every(({ confidence }) => confidence === "low")) expect(families, text).toBe("unknown");
    }
  });
});

describe("the host name of a destination", () => {
  it.each([
    ["ssm", "eu-west-1", ["ssm.eu-west-1.amazonaws.com", "ssm.eu-west-1.api.aws"]],
    ["ssm", "cn-north-1", ["ssm.cn-north-1.amazonaws.com.cn", "ssm.cn-north-1.api.amazonwebservices.com.cn"]],
    ["ssm", "us-gov-east-1", ["ssm.us-gov-east-1.amazonaws.com", "ssm.us-gov-east-1.api.aws"]],
    ["s3", "cn-north-1", ["s3.cn-north-1.amazonaws.com.cn", "s3.dualstack.cn-north-1.amazonaws.com.cn"]],
    [
      "kms",
      "eusc-de-east-1",
      ["kms.eusc-de-east-1.amazonaws.eu", "kms.eusc-de-east-1.api.amazonwebservices.eu"],
    ],
  ])("of %s in %s", (id, region, expected) => {
    const first = parts.find((entry) => entry.id === id)?.part;
    expect(first?.names.map((name) => hostNameOf(name, region, ACCOUNT))).toEqual(expected);
  });

  it("of ECR's dual-stack registry is not known in China", () => {
    const registry = parts.filter(({ id }) => id === "ecr")[1]?.part.names;
    expect(registry?.map((name) => hostNameOf(name, "eu-west-1", ACCOUNT))).toEqual([
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com",
      "123456789012.dkr-ecr.eu-west-1.on.aws",
    ]);
    expect(registry?.map((name) => hostNameOf(name, "cn-north-1", ACCOUNT))).toEqual([
      "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn",
      null,
    ]);
  });

  it.each(knownRegions)("has no placeholder left in %s", (region) => {
    const hosts = names.map(([, name]) => hostNameOf(name, region, ACCOUNT));
    expect(hosts.filter((host) => /[{}]/.test(host ?? ""))).toEqual([]);
  });
});

describe("a server name that somebody writes", () => {
  const NAT64 = "give the hosts NAT64 (nat64: true)";

  it.each<[string, boolean, string]>([
    ["github.com", true, `${NAT64}, or take it from a mirror or from S3`],
    ["gist.github.com", true, `${NAT64}, or take it from a mirror or from S3`],
    ["ghcr.io", true, `${NAT64}, or copy the image into ECR`],
    ["123456789012.dkr.ecr.eu-west-1.amazonaws.com", true, "write 123456789012.dkr-ecr.eu-west-1.on.aws"],
    ["123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn", true, NAT64],
    ["registry.ipv6.docker.com", true, "leave it out: Docker Hub itself has IPv6"],
    ["public.ecr.aws", true, "write ecr-public.aws.com"],
    ["ssm.eu-west-1.amazonaws.com", true, "write ssm.eu-west-1.api.aws"],
    ["sts.cn-north-1.amazonaws.com.cn", true, "write sts.cn-north-1.api.amazonwebservices.com.cn"],
    ["my.bucket.s3.eu-west-1.amazonaws.com", true, "write my.bucket.s3.dualstack.eu-west-1.amazonaws.com"],
    ["sqs.eu-west-1.amazonaws.com", false, "write sqs.eu-west-1.api.aws"],
    [
      "eu-west-1.ec2.ports.ubuntu.com",
      false,
      "try it, or name a mirror that has IPv6 with guest.packageMirror",
    ],
    ["repo.maven.apache.org", false, `try it, or ${NAT64}`],
  ])("%s: IPv4 alone is %s", (host, ipv4Only, instead) => {
    expect(findServerName(host)).toMatchObject({ ipv4Only, instead });
  });

  it.each([
    "archive.ubuntu.com",
    "registry-1.docker.io",
    "123456789012.dkr-ecr.eu-west-1.on.aws",
    "s3.dualstack.eu-west-1.amazonaws.com",
    "notgithub.com",
    "github.com.example.org",
    "8.8.8.8",
    "169.254.169.254",
    "example.org",
    "constructor",
  ])("%s is nothing to speak of", (host) => {
    expect(findServerName(host)).toBeNull();
  });
});
