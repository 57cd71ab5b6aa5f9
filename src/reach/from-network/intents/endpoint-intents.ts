import { assertNever } from "../../../base/invariant.ts";
import type { AddressFamily } from "../../../base/prefix.ts";
import { terraformAddress } from "../../../model/migration/terraform-address.ts";
import { coverage } from "../../topology/block.ts";
import type { GroupPeer } from "../../topology/filters.ts";
import { groupsOf } from "../../topology/groups-of.ts";
import type { Node } from "../../topology/nodes.ts";
import { type Declared, isClient, type Meant, rulesOf, takesPort } from "./meant.ts";

/** Services that are called by HTTPS alone: their endpoints take nothing else. */
const HTTPS = 443;

/** Whom an endpoint of an AWS service admits is meant to call it: those on port 443, where nobody is those on other ports. */
export function endpointIntents(declared: Declared): readonly Meant[] {
  const callable = declared.context.network.vpcEndpoints
    .filter(({ service }) => service !== null && !OTHER_PORTS.includes(service))
    .map(({ name }): string => terraformAddress("aws_vpc_endpoint", name));
  return declared.nodes
    .filter(({ id }) => callable.includes(id))
    .flatMap((endpoint) => callersOf(declared, endpoint).map(({ id }) => call(id, endpoint)));
}

/**
 * Services whose endpoints take other ports too:
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html, checked on 2026-11-29.
 */
const OTHER_PORTS: readonly string[] = [
  "cassandra",
  "cassandra-fips",
  "email-smtp",
  "git-codecommit",
  "iot.data",
  "mq",
  "transfer.server",
  "workspaces",
];

function call(client: string, endpoint: Node): Meant {
  return {
    node: client,
    intent: {
      place: endpoint.place,
      to: { kind: "node", id: endpoint.id },
      protocol: "tcp",
      port: HTTPS,
      family: "any",
      why: `caller of endpoint ${endpoint.name}`,
    },
  };
}

/** Who lets nothing out to port 443 does not mean to call. */
function callersOf(declared: Declared, endpoint: Node): readonly Node[] {
  const rules = rulesOf(declared, endpoint, "ingress");
  const right = rules.filter(({ traffic }) => takesPort(traffic, HTTPS));
  const clients = declared.nodes.filter(
    (client) =>
      isClient(client) &&
      rulesOf(declared, client, "egress").some(({ traffic }) => takesPort(traffic, HTTPS)),
  );
  if (rules.length === 0) return clients.filter((client) => sharedFamilies(client, endpoint).length > 0);
  const admitting = right.length === 0 ? rules : right;
  return clients.filter((client) => admitting.some(({ peer }) => isAmong(client, endpoint, peer)));
}

function isAmong(client: Node, endpoint: Node, peer: GroupPeer): boolean {
  const families = sharedFamilies(client, endpoint);
  switch (peer.kind) {
    case "security-group":
      return groupsOf(client).has(peer.id);
    case "block":
      return client.interfaces.some((own) =>
        families.some((family) => {
          const block = own[family];
          return block !== null && coverage(peer.block, block) !== "none";
        }),
      );
    case "blocks":
    case "service":
    case "unknown":
      return false;
    default:
      return assertNever(peer);
  }
}

function sharedFamilies(a: Node, b: Node): readonly AddressFamily[] {
  const has = ({ interfaces }: Node, family: AddressFamily) => interfaces.some((one) => one[family] !== null);
  return (["ipv4", "ipv6"] as const).filter((family) => has(a, family) && has(b, family));
}
