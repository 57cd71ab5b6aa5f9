import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { decisionsOf } from "../../model/load-balancing/decisions-of.ts";
import type { Redirect } from "../../model/types/listeners.ts";
import type { Rule } from "../rule.ts";

const HIGHEST_PORT = 65535;

/** What may stand for a part of the request, by the key in which it stands. */
const KEYWORDS = {
  host: ["#{host}"],
  path: ["#{host}", "#{path}", "#{port}"],
  query: ["#{protocol}", "#{host}", "#{port}", "#{path}", "#{query}"],
} as const;

/** What is wrong with a key of a redirect. */
interface Fault {
  readonly key: string;
  readonly message: string;
  readonly hint: string;
}

/** A redirect is written as AWS reads it. */
export const listenerRedirectValue: Rule<"listener-redirect-value"> = {
  id: "listener-redirect-value",
  severity: "warning",
  title: "Host, port, path and query of a redirect are such that an address comes of them.",
  why: "A load balancer puts the address together of what is written: a protocol in the host or a question mark before the query would stand there twice, and `#{…}` that is none of its words stays as it is or is refused. A port has a number up to 65535. Terraform's plan does not look into them.",
  sources: [loadBalancingFacts.redirectValues],
  check({ loadBalancers }, report) {
    for (const { path, action } of loadBalancers.flatMap(decisionsOf)) {
      if (action.kind !== "redirect") continue;
      const faults = [...wordFaults(action), portFault(action), hostFault(action), queryFault(action)];
      for (const fault of faults)
        if (fault !== null) report([...path, "action", "redirect", fault.key], fault.message, fault.hint);
    }
  },
};

function wordFaults(redirect: Redirect): readonly Fault[] {
  return (["host", "path", "query"] as const).flatMap((key): readonly Fault[] => {
    const known: readonly string[] = KEYWORDS[key];
    const unknown = redirect[key].match(/#\{[^}]*\}?/g)?.find((word) => !known.includes(word));
    if (unknown === undefined) return [];
    const message = `the ${key} of a redirect has no ${unknown}`;
    return [{ key, message, hint: `the words there: ${known.join(", ")}` }];
  });
}

function portFault({ port }: Redirect): Fault | null {
  if (port === "#{port}" || Number(port) <= HIGHEST_PORT) return null;
  return { key: "port", message: `there is no port ${port}`, hint: `write a port up to "${HIGHEST_PORT}"` };
}

function hostFault({ host }: Redirect): Fault | null {
  if (!/[\s/:?@]/.test(host)) return null;
  const hint = "write the name alone, such as www.example.com: protocol, port and path are keys beside it";
  return { key: "host", message: `${JSON.stringify(host)} is no host name`, hint };
}

function queryFault({ query }: Redirect): Fault | null {
  if (!query.startsWith("?")) return null;
  const message = "the question mark before the query would stand there twice";
  return { key: "query", message, hint: `write query: ${JSON.stringify(query.slice(1))}` };
}
