import type { VpcEndpoint } from "../types/vpc-endpoints.ts";

/** True for an interface endpoint that the service's usual name leads to, if only for those outside the VPC. */
export function takesPrivateName({ type }: VpcEndpoint): boolean {
  return type.kind === "interface" && type.privateDnsEnabled;
}

/** True for an interface endpoint to which the service's usual name leads the hosts of the VPC. */
export function hasPrivateName({ type }: VpcEndpoint): boolean {
  return (
    type.kind === "interface" && type.privateDnsEnabled && !type.privateDnsOnlyForInboundResolverEndpoint
  );
}

/** True when the name that leads to the endpoint has AAAA records. */
export function hasAaaaRecords({ dnsRecordIpType }: VpcEndpoint): boolean {
  return dnsRecordIpType === "dualstack" || dnsRecordIpType === "ipv6";
}
