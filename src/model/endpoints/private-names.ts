import type { VpcEndpoint } from "../types/vpc-endpoints.ts";

/** True for an interface endpoint that the service's usual name leads to. */
export function hasPrivateName({ type }: VpcEndpoint): boolean {
  return type.kind === "interface" && type.privateDnsEnabled;
}

/** True when the name that leads to the endpoint has AAAA records. */
export function hasAaaaRecords({ dnsRecordIpType }: VpcEndpoint): boolean {
  return dnsRecordIpType === "dualstack" || dnsRecordIpType === "ipv6";
}
