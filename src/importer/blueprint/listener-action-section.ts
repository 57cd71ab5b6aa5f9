import type {
  FixedResponse,
  ListenerAction,
  ListenerForward,
  ListenerRedirect,
} from "../../blueprint/blueprint.generated.ts";
import { write } from "../fields/field.ts";
import { fixedResponseArguments } from "../fields/listener.ts";
import type { FoundAction } from "../types/balancing.ts";
import { compact, type Section } from "./section.ts";

/** Names of target groups by ARN. */
export type TargetGroupNames = ReadonlyMap<string, string>;

/** What a listener or a rule does; null when a blueprint has no words for it. */
export function writeAction(
  targetGroups: TargetGroupNames,
  action: FoundAction,
): Section<ListenerAction> | null {
  switch (action.kind) {
    case "forward": {
      const name = targetGroups.get(action.targetGroupArn);
      return name === undefined ? null : { forwardTo: name };
    }
    case "weighted-forward":
      return writeForward(targetGroups, action);
    case "redirect-to-https":
      return { redirectToHttps: { port: action.port, statusCode: action.statusCode } };
    case "redirect":
      return writeRedirect(action);
    case "fixed-response":
      return { fixedResponse: compact<FixedResponse>(write(fixedResponseArguments, action)) };
    case "other":
      return null;
  }
}

function writeForward(
  names: TargetGroupNames,
  { targetGroups, stickiness }: FoundAction & { readonly kind: "weighted-forward" },
): Section<ListenerAction> | null {
  const weights = targetGroups.flatMap(({ arn, weight }) => {
    const name = names.get(arn);
    return name === undefined ? [] : [[name, { weight }] as const];
  });
  if (weights.length < targetGroups.length) return null;
  return {
    forward: compact<ListenerForward>({
      targetGroups: Object.fromEntries(weights),
      stickiness: stickiness === null ? undefined : { duration: stickiness },
    }),
  };
}

/** As the schema has them. */
const HOST = /^\P{C}{1,128}$/u;
const PATH = /^\/[^\s\p{C}]{0,127}$/u;
const QUERY = /^\P{C}{0,128}$/u;
const PROTOCOLS = ["HTTP", "HTTPS", "#{protocol}"];

function writeRedirect(told: FoundAction & { readonly kind: "redirect" }): Section<ListenerAction> | null {
  const { protocol, port, host, path, query, statusCode } = told;
  const isSayable =
    PROTOCOLS.includes(protocol ?? "#{protocol}") &&
    HOST.test(host ?? "#{host}") &&
    PATH.test(path ?? "/#{path}") &&
    QUERY.test(query ?? "#{query}");
  if (!isSayable) return null;
  const asAsked = (text: string | null, ofRequest: string) =>
    text === null || text === ofRequest ? undefined : text;
  // A map that stays where it is empty: everything as the request had it.
  const redirect: Section<ListenerRedirect> = compact<ListenerRedirect>({
    protocol: asAsked(protocol, "#{protocol}"),
    host: asAsked(host, "#{host}"),
    port: port === null ? undefined : String(port),
    path: asAsked(path, "/#{path}"),
    query: asAsked(query, "#{query}"),
    statusCode,
  });
  return { redirect };
}
