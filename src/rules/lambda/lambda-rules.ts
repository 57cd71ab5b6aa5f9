import type { Rule } from "../rule.ts";
import { lambdaIpv6NotAllowed } from "./lambda-ipv6-not-allowed.ts";
import { lambdaSubnetNotDualStack } from "./lambda-subnet-not-dual-stack.ts";

/** The rules on lambda, sorted by id. */
export const lambdaRules: readonly Rule[] = [lambdaIpv6NotAllowed, lambdaSubnetNotDualStack];
