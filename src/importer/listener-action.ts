import type { ValuesOf } from "./fields/field.ts";
import type { fixedResponseArguments, redirectFields } from "./fields/listener.ts";
import type { FoundAction } from "./types/balancing.ts";

/** One action of a listener or of a rule, as every source tells it. */
export interface ToldAction {
  readonly type: string;
  /** Weights are shares of their sum. */
  readonly targetGroups: readonly { readonly arn: string; readonly weight: number }[];
  /** Seconds; null: none. */
  readonly stickiness: number | null;
  readonly redirect: ValuesOf<typeof redirectFields> | null;
  readonly response: ValuesOf<typeof fixedResponseArguments> | null;
}

/** What actions mean in the words of a blueprint, where it has any. */
export function listenerAction(actions: readonly ToldAction[]): FoundAction {
  const login = actions.find(({ type }) => type.startsWith("authenticate-"));
  if (login !== undefined) return { kind: "other", words: `users log in first, by ${login.type}` };
  const [action] = actions;
  if (action === undefined || actions.length > 1) return { kind: "other", words: "not one action" };
  const { type, redirect, response } = action;
  if (type === "forward") return readForward(action);
  if (type === "redirect" && redirect !== null) return readRedirect(redirect);
  if (type === "fixed-response" && response !== null) return { kind: "fixed-response", ...response };
  return { kind: "other", words: `action ${type}` };
}

function readForward({ targetGroups, stickiness }: ToldAction): FoundAction {
  const [target, ...others] = targetGroups;
  if (target === undefined) return { kind: "other", words: "it forwards to no target group" };
  if (others.length === 0 && stickiness === null) return { kind: "forward", targetGroupArn: target.arn };
  return { kind: "weighted-forward", targetGroups, stickiness };
}

function readRedirect(redirect: NonNullable<ToldAction["redirect"]>): FoundAction {
  const { protocol, port, host, path, query, statusCode } = redirect;
  const isUsual = (host ?? "#{host}") === "#{host}" && (path ?? "/#{path}") === "/#{path}";
  const isToHttps = protocol === "HTTPS" && isUsual && (query ?? "#{query}") === "#{query}";
  if (isToHttps && port !== null) return { kind: "redirect-to-https", port, statusCode };
  return { kind: "redirect", ...redirect };
}
