import { lambdaIpv6NotAllowed } from "./lambda-ipv6-not-allowed.ts";
import { lambdaIpv6WithoutIpv6Subnet } from "./lambda-ipv6-without-ipv6-subnet.ts";
import { lambdaSubnetNotDualStack } from "./lambda-subnet-not-dual-stack.ts";

/** The rules on lambda, sorted by id. */
export const lambdaRules = [
  lambdaIpv6NotAllowed,
  lambdaIpv6WithoutIpv6Subnet,
  lambdaSubnetNotDualStack,
] as const;
