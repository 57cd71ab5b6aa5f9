import { usualNameOf } from "../../aws/vpc-endpoint-services.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import { hasAaaaRecords, hasPrivateName } from "../../model/endpoints/private-names.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { hasFamily } from "../../model/types/subnets.ts";
import type {
  EndpointAddressType,
  InstanceConnectEndpoint,
  VpcEndpoint,
} from "../../model/types/vpc-endpoints.ts";
import type { Node, NodeName } from "../topology/nodes.ts";
import type { Gateway } from "../topology/topology.ts";
import { anyPort, interfacesIn, isPrivate } from "./interfaces.ts";
import { at, type NetworkContext, type Parts, VPC } from "./network-context.ts";
import { groupsOrDefault } from "./security-groups.ts";

/** The VPC endpoints: a gateway of routes, or a node of interfaces. */
export function vpcEndpointsOf(context: NetworkContext): Parts {
  const { vpcEndpoints } = context.network;
  return {
    gateways: vpcEndpoints.flatMap((endpoint) => gatewayOf(endpoint)),
    nodes: vpcEndpoints.flatMap((endpoint) => endpointNode(context, endpoint)),
  };
}

function gatewayOf({
  name,
  path,
  type,
  service,
  serviceName,
  ipAddressType,
}: VpcEndpoint): readonly Gateway[] {
  if (type.kind !== "gateway") return [];
  const id = terraformAddress("aws_vpc_endpoint", name);
  return [
    {
      id,
      place: at(path),
      kind: "gateway-endpoint",
      vpc: VPC,
      service: service ?? serviceName,
      families: familiesOf(ipAddressType),
    },
  ];
}

function endpointNode(context: NetworkContext, endpoint: VpcEndpoint): readonly Node[] {
  const { name, path, type, ipAddressType } = endpoint;
  if (type.kind !== "interface") return [];
  const families = familiesOf(ipAddressType);
  return [
    {
      id: terraformAddress("aws_vpc_endpoint", name),
      kind: "vpc-endpoint",
      name,
      place: at(path),
      interfaces: interfacesIn(context, type.subnets, {
        ipv4: families.includes("ipv4"),
        ipv6: () => families.includes("ipv6"),
        publicIpv4: isPrivate,
        publicIpv6: "no",
        securityGroups: groupsOrDefault(context.network, type.securityGroups),
      }),
      listens: anyPort(at(path), "the endpoint"),
      opens: [],
      system: "aws",
      forwards: "no",
      names: namesOf(context, endpoint),
      intents: [],
    },
  ];
}

/** The families of an endpoint of the type. */
export function familiesOf(type: EndpointAddressType): readonly AddressFamily[] {
  return type === "dualstack" ? ["ipv4", "ipv6"] : [type];
}

/** The service's usual name, in the families that the endpoint's records have. */
function namesOf({ network }: NetworkContext, endpoint: VpcEndpoint): readonly NodeName[] {
  if (!hasPrivateName(endpoint) || endpoint.service === null) return [];
  const ipv6: readonly AddressFamily[] = hasAaaaRecords(endpoint) ? ["ipv6"] : [];
  const families: readonly AddressFamily[] = endpoint.dnsRecordIpType === "ipv6" ? ipv6 : ["ipv4", ...ipv6];
  const host = usualNameOf(endpoint.service);
  return [{ name: `${host}.${network.region}.amazonaws.com`, families, seenFrom: "vpc" }];
}

/** The EC2 Instance Connect endpoints. */
export function instanceConnectEndpointsOf(context: NetworkContext): Parts {
  return {
    nodes: context.network.instanceConnectEndpoints.map((endpoint) => connectNode(context, endpoint)),
  };
}

function connectNode(context: NetworkContext, endpoint: InstanceConnectEndpoint): Node {
  const { name, path, subnet, securityGroups, ipAddressType } = endpoint;
  const families = ipAddressType === null ? (["ipv4", "ipv6"] as const) : familiesOf(ipAddressType);
  return {
    id: terraformAddress("aws_ec2_instance_connect_endpoint", name),
    kind: "instance-connect-endpoint",
    name,
    place: at(path),
    interfaces: interfacesIn(context, [subnet], {
      ipv4: families.includes("ipv4"),
      ipv6: ({ addressing }) => families.includes("ipv6") && hasFamily(addressing, "ipv6"),
      publicIpv4: isPrivate,
      publicIpv6: "no",
      securityGroups: groupsOrDefault(context.network, securityGroups),
    }),
    listens: [],
    opens: families,
    system: "aws",
    forwards: "no",
    names: [],
    intents: [],
  };
}
