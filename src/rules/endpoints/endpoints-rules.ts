import { endpointServiceBalancer } from "./endpoint-service-balancer.ts";
import { endpointServiceBalancerTwice } from "./endpoint-service-balancer-twice.ts";
import { endpointServiceFamily } from "./endpoint-service-family.ts";
import { endpointServiceOpenToEverybody } from "./endpoint-service-open-to-everybody.ts";
import { endpointServiceOtherPartition } from "./endpoint-service-other-partition.ts";
import { gatewayLoadBalancerEndpointService } from "./gateway-load-balancer-endpoint-service.ts";
import { instanceConnectEndpointAddressType } from "./instance-connect-endpoint-address-type.ts";
import { instanceConnectEndpointClientIp } from "./instance-connect-endpoint-client-ip.ts";
import { instanceConnectEndpointTwice } from "./instance-connect-endpoint-twice.ts";
import { vpcEndpointAddressType } from "./vpc-endpoint-address-type.ts";
import { vpcEndpointDnsRecordType } from "./vpc-endpoint-dns-record-type.ts";
import { vpcEndpointGatewayDnsOptions } from "./vpc-endpoint-gateway-dns-options.ts";
import { vpcEndpointGatewayIpv4Only } from "./vpc-endpoint-gateway-ipv4-only.ts";
import { vpcEndpointGatewayService } from "./vpc-endpoint-gateway-service.ts";
import { vpcEndpointInboundPrivateDns } from "./vpc-endpoint-inbound-private-dns.ts";
import { vpcEndpointInterfaceIpv4Only } from "./vpc-endpoint-interface-ipv4-only.ts";
import { vpcEndpointPolicyInvalid } from "./vpc-endpoint-policy-invalid.ts";
import { vpcEndpointPrivateDnsTwice } from "./vpc-endpoint-private-dns-twice.ts";
import { vpcEndpointPrivateDnsWithoutName } from "./vpc-endpoint-private-dns-without-name.ts";
import { vpcEndpointPrivateNameWithoutIpv4 } from "./vpc-endpoint-private-name-without-ipv4.ts";
import { vpcEndpointRouteTableTwice } from "./vpc-endpoint-route-table-twice.ts";
import { vpcEndpointServiceFamily } from "./vpc-endpoint-service-family.ts";
import { vpcEndpointServiceWithoutIpv6 } from "./vpc-endpoint-service-without-ipv6.ts";
import { vpcEndpointSubnetConfiguration } from "./vpc-endpoint-subnet-configuration.ts";
import { vpcEndpointWithoutVpcDns } from "./vpc-endpoint-without-vpc-dns.ts";
import { vpcEndpointZoneTwice } from "./vpc-endpoint-zone-twice.ts";

/** The rules on endpoints, sorted by id. */
export const endpointsRules = [
  endpointServiceBalancer,
  endpointServiceBalancerTwice,
  endpointServiceFamily,
  endpointServiceOpenToEverybody,
  endpointServiceOtherPartition,
  gatewayLoadBalancerEndpointService,
  instanceConnectEndpointAddressType,
  instanceConnectEndpointClientIp,
  instanceConnectEndpointTwice,
  vpcEndpointAddressType,
  vpcEndpointDnsRecordType,
  vpcEndpointGatewayDnsOptions,
  vpcEndpointGatewayIpv4Only,
  vpcEndpointGatewayService,
  vpcEndpointInboundPrivateDns,
  vpcEndpointInterfaceIpv4Only,
  vpcEndpointPolicyInvalid,
  vpcEndpointPrivateDnsTwice,
  vpcEndpointPrivateDnsWithoutName,
  vpcEndpointPrivateNameWithoutIpv4,
  vpcEndpointRouteTableTwice,
  vpcEndpointServiceFamily,
  vpcEndpointServiceWithoutIpv6,
  vpcEndpointSubnetConfiguration,
  vpcEndpointWithoutVpcDns,
  vpcEndpointZoneTwice,
] as const;
