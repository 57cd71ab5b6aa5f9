import { describe, expect, it } from "vitest";
import { OUTPUT_KINDS } from "../../../src/model/outputs/output-kinds.ts";
import { fitsAt } from "../../../src/model/outputs/references/fits-at.ts";
import { resourceIds } from "../../../src/model/outputs/references/wanted-at.ts";
import { compile } from "../../../src/pipeline.ts";
import { ENTITY_ROWS } from "../../../tools/docs/output-kinds-table.ts";
import { referencePlaces } from "../../../tools/docs/reference-places.ts";

const GIVEN = [
  ...new Set([
    ...ENTITY_ROWS.map(([, of]) => of),
    ...Object.values(OUTPUT_KINDS).map(({ type }): string => type.of),
  ]),
].sort();

const TAKEN = [...new Set([...referencePlaces().map(({ takes }) => takes), ...resourceIds])].sort();

/** What no blueprint gives: a new kind of output that is one of these is to say so. */
const FROM_ELSEWHERE: readonly string[] = [
  "ARN of an alarm action",
  "IPv6 pool id",
  "KMS key ARN",
  "Outpost ARN",
  "S3 bucket ARN",
  "S3 bucket name",
  "certificate ARN",
  "core network ARN",
  "delivery stream ARN",
  "firewall rule group ARN",
  // What exactly it is, its place says.
  "id",
  "image id",
  "policy ARN",
  "trust store ARN",
  "user pool ARN",
  "user pool client id",
  "web ACL ARN",
];

/** What no key takes: a new key that takes one of these is to say so. */
const FOR_PEOPLE: readonly string[] = [
  "ARN",
  "DNS name",
  "DNS record part",
  "IP address",
  "IPv4 address",
  "IPv6 address",
  "Resolver endpoint id",
  "URL",
  "VPN connection id",
  "certificate",
  "customer gateway id",
  "endpoint service id",
  "instance id",
  "launch template id",
  "load balancer's hosted zone id",
  "name",
  "port",
];

describe("what outputs give and keys take", () => {
  it("fits, or is known to come from elsewhere, or to be for people", () => {
    expect(TAKEN.filter((takes) => !GIVEN.some((of) => fitsAt(takes, of)))).toEqual(FROM_ELSEWHERE);
    expect(GIVEN.filter((of) => !TAKEN.some((takes) => fitsAt(takes, of)))).toEqual(FOR_PEOPLE);
  });
});

const HUB = `apiVersion: hextet/v1
name: hub
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, internet: none, slot: 0 } }
  networkFirewalls:
    main: { subnets: app, firewallPolicy: { statefulDefaultActions: [aws:drop_strict] } }
  flowLogs: { all: { trafficType: ALL, destination: { cloudWatchLogs: {} } } }
outputs:
  endpoints: { value: { networkFirewallEndpointIdsByZone: main } }
  log: { value: { flowLogGroupArn: all } }
`;

describe("what another stack takes", () => {
  it("is a log group, and the endpoints of a Network Firewall by their zone", () => {
    const from = (output: string) => `{ fromBlueprint: { stack: hub, ${output} } }`;
    const shop = `apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.1.0.0/16 }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, internet: none, slot: 0 } }
  routes:
    app: { out: { destination: 10.0.0.0/16, target: { vpcEndpointIds: { a: ${from("output: endpoints, key: a")}, b: ${from("output: endpoints, key: b")} } } } }
  flowLogs:
    all: { destination: { existingLogGroup: { logGroupArn: ${from("output: log")}, iamRoleArn: arn:aws:iam::111122223333:role/logs } } }
`;
    const { findings } = compile(
      [
        { file: "hub.yaml", text: HUB },
        { file: "shop.yaml", text: shop },
      ],
      "2026-01-01",
    );
    expect(findings.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual([]);
  });
});
