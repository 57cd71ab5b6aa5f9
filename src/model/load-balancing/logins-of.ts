import type { Authentication } from "../types/listeners.ts";
import type { LoadBalancer } from "../types/load-balancing.ts";

/** The logins of a load balancer's listeners and of their rules. */
export function loginsOf({ listeners }: LoadBalancer): readonly Authentication[] {
  return listeners
    .flatMap(({ authentication, rules }) => [authentication, ...rules.map((rule) => rule.authentication)])
    .flatMap((login) => login ?? []);
}
