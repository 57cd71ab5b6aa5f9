import { expect, test } from "vitest";
import { formatPath } from "../../../src/base/path.ts";
import { serversBehindIpv4 } from "../../../src/model/dns/server-names.ts";
import { networkFrom } from "../../support/network.ts";

/** The servers without IPv6 that the only host of an IPv6-only tier names. */
function named(host: string): readonly string[] {
  const network = networkFrom(`
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets: { app: { addressing: ipv6-only, internet: egress-only, slot: 0 } }
compute:
  instances:
    host:
      instanceType: t4g.small
      subnet: app
${host}
`);
  return serversBehindIpv4(network, true).map(
    ({ path, name, tier }) => `${tier} ${formatPath(path)}: ${name}`,
  );
}

const userData = (...lines: readonly string[]) =>
  ["      userData: |", ...lines.map((line) => `        ${line}`)].join("\n");

const HOST = "app compute.instances.host";

test.each([
  ["nothing is written", "", []],
  [
    "once for each place",
    userData("curl https://github.com/a", "curl https://GitHub.com/b"),
    [`${HOST}.userData: github.com`],
  ],
  ["a line ends with the name", userData("ping github.com", "x"), [`${HOST}.userData: github.com`]],
  ["a comment", userData("true", "  # see github.com"), []],
  ["a name that ends like it", userData("ping notgithub.com"), []],
  [
    "a mirror",
    "      guest: { packageMirror: https://github.com/ubuntu }",
    [`${HOST}.guest.packageMirror: github.com`],
  ],
])("servers that a host without IPv4 names: %s", (_, host, expected) => {
  expect(named(host)).toEqual(expected);
});
