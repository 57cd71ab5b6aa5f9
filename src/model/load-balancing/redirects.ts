import type { Listener, ListenerRule, Redirect, RuleConditions } from "../types/listeners.ts";

/** True when a redirect keeps the protocol of the listener, written or left out. */
export function keepsProtocol({ protocol }: Listener, redirect: Redirect): boolean {
  return redirect.protocol === "#{protocol}" || redirect.protocol === protocol;
}

/** True when a redirect keeps the port of the listener, written or left out. */
export function keepsPort({ port }: Listener, redirect: Redirect): boolean {
  return redirect.port === "#{port}" || redirect.port === String(port);
}

/** True when a redirect leads to the path that the request had. */
export function keepsPath(redirect: Redirect): boolean {
  return redirect.path === "/#{path}";
}

/** True when a redirect leads to the host that the request had. */
export function keepsHost(redirect: Redirect): boolean {
  return redirect.host === "#{host}";
}

/** Whether what browsers ask for after a redirect still has what a rule asks for beside the address. */
export function isAskedAgain({ methods, headers, query }: RuleConditions, redirect: Redirect): boolean {
  // After a redirect browsers ask with GET, and what stands before the load balancer may send other headers.
  const isGet = methods.length === 0 || methods.includes("GET");
  return isGet && headers.length === 0 && (query.length === 0 || redirect.query === "#{query}");
}

/** Whether a host is of a pattern: the usual wildcard, in front, is looked at, others may be. */
export function fitsHost(pattern: string, host: string): "yes" | "no" | "maybe" {
  const isUsual = /^\*?[^*?]*$/.test(pattern);
  if (!isUsual) return "maybe";
  const [text, name] = [pattern.toLowerCase(), host.toLowerCase()];
  return text === name || (text.startsWith("*") && name.endsWith(text.slice(1))) ? "yes" : "no";
}

/**
 * True when a redirect to a path of its own is answered by itself: of a rule, or of the listener itself (null). A rule that is
 * tried before and may answer the path counts as one that does.
 */
export function comesBackToPath(listener: Listener, rule: ListenerRule | null, redirect: Redirect): boolean {
  if (redirect.path.includes("#{") || !keepsProtocol(listener, redirect) || !keepsPort(listener, redirect))
    return false;
  const isOwn =
    rule === null || (answers(rule, redirect, "yes") === "yes" && isAskedAgain(rule.conditions, redirect));
  const before = listener.rules.filter((other) => rule === null || other.priority < rule.priority);
  return isOwn && before.every((other) => answers(other, redirect, "maybe") === "no");
}

/** Whether a rule is for the address that a redirect leads to; `kept`: for the host that was asked for. Other conditions are not looked at. */
function answers(
  { conditions: { hosts, paths } }: ListenerRule,
  redirect: Redirect,
  kept: "yes" | "maybe",
): "yes" | "no" | "maybe" {
  if (paths.length > 0 && !paths.some((one) => fitsPath(one, redirect.path))) return "no";
  if (hosts.length === 0) return "yes";
  if (keepsHost(redirect)) return kept;
  const fits = hosts.map((one) => fitsHost(one, redirect.host));
  return fits.find((one) => one === "yes") ?? fits.find((one) => one === "maybe") ?? "no";
}

/** `*` is any text, `?` one character; letters are of one case. */
function fitsPath(pattern: string, path: string): boolean {
  const source = pattern.replace(/[^*?]/g, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);
  return new RegExp(`^${source.replaceAll("*", ".*").replaceAll("?", ".")}$`, "u").test(path);
}
