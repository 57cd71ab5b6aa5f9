import type { ValuesOf } from "./fields/field.ts";
import type { fixedResponseArguments, redirectFields } from "./fields/listener.ts";
import type { FoundAction } from "./types/balancing.ts";

/** A listener's default actions, as every source tells them. */
export interface ToldAction {
  readonly type: string;
  readonly targetGroupArns: readonly string[];
  readonly redirect: ValuesOf<typeof redirectFields> | null;
  readonly response: ValuesOf<typeof fixedResponseArguments> | null;
}

/** What the default actions mean in the words of a blueprint, where it has any. */
export function listenerAction(actions: readonly ToldAction[]): FoundAction {
  const [action] = actions;
  if (action === undefined || actions.length > 1) return { kind: "other", words: "not one default action" };
  const { type, targetGroupArns, redirect, response } = action;
  const [target] = targetGroupArns;
  if (type === "forward" && target !== undefined && targetGroupArns.length === 1) {
    return { kind: "forward", targetGroupArn: target };
  }
  if (type === "redirect" && redirect !== null) return readRedirect(redirect);
  if (type === "fixed-response" && response !== null) return { kind: "fixed-response", ...response };
  return { kind: "other", words: `default action ${type} to ${targetGroupArns.length} target groups` };
}

/** A blueprint says one kind of redirect: to HTTPS, all else as it was. */
function readRedirect({
  protocol,
  port,
  host,
  path,
  query,
  statusCode,
}: NonNullable<ToldAction["redirect"]>): FoundAction {
  const isUsual = (host ?? "#{host}") === "#{host}" && (path ?? "/#{path}") === "/#{path}";
  const isToHttps = protocol === "HTTPS" && isUsual && (query ?? "#{query}") === "#{query}";
  if (!isToHttps || port === null) return { kind: "other", words: "a redirect other than to HTTPS" };
  return { kind: "redirect-to-https", port, statusCode };
}
