import { lambdaIpv6NotAllowed } from "./lambda-ipv6-not-allowed.ts";
import { lambdaSubnetNotDualStack } from "./lambda-subnet-not-dual-stack.ts";

/** The rules on lambda, sorted by id. */
export const lambdaRules = [lambdaIpv6NotAllowed, lambdaSubnetNotDualStack] as const;
