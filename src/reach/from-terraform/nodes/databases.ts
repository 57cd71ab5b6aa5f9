import { portOfEngine } from "../../../aws/database-ports.ts";
import type { AddressFamily } from "../../../base/prefix.ts";
import { anyPort, tcpPort } from "../../from-network/interfaces.ts";
import type { Listening, Node, NodeName } from "../../topology/nodes.ts";
import type { Answer } from "../../topology/topology.ts";
import type { Fields } from "../fields.ts";
import { placeOf } from "../place-of.ts";
import { answerOf } from "../read-vpcs.ts";
import { referents } from "../referents.ts";
import type { TerraformResource } from "../terraform-document.ts";
import {
  anyIpv4,
  anyIpv6,
  groupsOf,
  interfacesIn,
  type NodeReading,
  nodeOf,
  subnetsOfGroup,
} from "./node-reading.ts";

/** The RDS instances of a document, and its Aurora clusters: one node for all servers of one. */
export function databasesOf(context: NodeReading): readonly Node[] {
  const { reading } = context;
  const instances = reading.index
    .ofType("aws_db_instance")
    .map((resource) =>
      databaseNode(
        context,
        resource,
        answerOf(reading.fields(resource).flag("publicly_accessible"), "no"),
        "address",
      ),
    );
  const clusters = reading.index
    .ofType("aws_rds_cluster")
    .map((resource) => databaseNode(context, resource, isPublic(context, resource), "endpoint"));
  return [...instances, ...clusters];
}

/** A cluster is as public as the servers in it. */
function isPublic({ reading }: NodeReading, cluster: TerraformResource): Answer {
  const answers = reading.index.ofType("aws_rds_cluster_instance").flatMap((resource): readonly Answer[] => {
    const owner = reading.one(resource, referents.rdsCluster, "cluster_identifier");
    if (owner.kind === "one" && owner.id !== cluster.address) return [];
    const answer = answerOf(reading.fields(resource).flag("publicly_accessible"), "no");
    return [owner.kind === "one" || answer === "no" ? answer : "unknown"];
  });
  return (["yes", "unknown"] as const).find((answer) => answers.includes(answer)) ?? "no";
}

function databaseNode(context: NodeReading, resource: TerraformResource, isOpen: Answer, name: string): Node {
  const { reading } = context;
  const fields = reading.fields(resource);
  const type = fields.text("network_type");
  if (type.kind === "unknown")
    reading.leaveOut(resource, "its address type is known after apply", [resource.address]);
  const families: readonly AddressFamily[] =
    type.kind === "known" && type.value === "DUAL" ? ["ipv4", "ipv6"] : ["ipv4"];
  const subnets = subnetsOfGroup(context, resource, referents.dbSubnetGroup, "db_subnet_group_name");
  const interfaces = interfacesIn(context, resource, subnets, {
    ipv4: anyIpv4,
    ipv6: (subnet) => (families.includes("ipv6") ? anyIpv6(subnet) : null),
    publicIpv4: () => isOpen,
    publicIpv6: isOpen === "no" ? "no" : "unknown",
    securityGroups: groupsOf(context, resource, "vpc_security_group_ids"),
  });
  const listens = listensOn(resource, fields, families);
  return nodeOf(resource, "database", interfaces, {
    opens: families,
    listens,
    names: namesOf(fields, name, families),
  });
}

function listensOn(
  resource: TerraformResource,
  fields: Fields,
  families: readonly AddressFamily[],
): readonly Listening[] {
  const [port, engine] = [fields.number("port"), fields.text("engine")];
  const known =
    port.kind === "known"
      ? port.value
      : engine.kind === "known" && port.kind === "none"
        ? portOfEngine(engine.value)
        : null;
  const place = placeOf(resource);
  return known === null ? anyPort(place, "the database") : [tcpPort(place, known, families, "the database")];
}

function namesOf(fields: Fields, attribute: string, families: readonly AddressFamily[]): readonly NodeName[] {
  const name = fields.text(attribute);
  return name.kind === "known" ? [{ name: name.value, families, seenFrom: "everywhere" }] : [];
}
