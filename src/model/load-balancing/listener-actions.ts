import { invariant } from "../../base/invariant.ts";
import type { Path } from "../../base/path.ts";
import type {
  Blueprint,
  ListenerForward,
  ListenerAction as WrittenAction,
} from "../../blueprint/blueprint.generated.ts";
import { type Context, checkReference, sortedEntries } from "../context.ts";
import { namesOf } from "../references.ts";
import type { ListenerAction } from "../types/listeners.ts";

/** A redirect to where the request came from; no defaults of the schema, since editors cannot insert texts with braces. */
const AS_ASKED = {
  protocol: "#{protocol}",
  host: "#{host}",
  port: "#{port}",
  path: "/#{path}",
  query: "#{query}",
};

/** What a listener or a rule does with a request; null when it forwards to an unknown target group, which is reported. */
export function normaliseAction(
  context: Context,
  blueprint: Blueprint,
  { forwardTo, forward, redirectToHttps, redirect, fixedResponse }: WrittenAction,
  path: Path,
): ListenerAction | null {
  if (forwardTo !== undefined) {
    const isKnown = checkGroup(context, blueprint, forwardTo, [...path, "forwardTo"]);
    return isKnown ? { kind: "forward", targetGroup: forwardTo } : null;
  }
  if (forward !== undefined) return normaliseForward(context, blueprint, forward, [...path, "forward"]);
  if (redirectToHttps !== undefined) return { kind: "redirect-to-https", ...redirectToHttps };
  if (redirect !== undefined) return { kind: "redirect", ...AS_ASKED, ...redirect };
  invariant(fixedResponse !== undefined, "an action without a choice passed the schema");
  return { kind: "fixed-response", ...fixedResponse, messageBody: fixedResponse.messageBody ?? null };
}

function normaliseForward(
  context: Context,
  blueprint: Blueprint,
  { targetGroups, stickiness }: ListenerForward,
  path: Path,
): ListenerAction | null {
  const known = sortedEntries(targetGroups).filter(([name]) =>
    checkGroup(context, blueprint, name, [...path, "targetGroups", name]),
  );
  if (known.length === 0) return null;
  return {
    kind: "weighted-forward",
    targetGroups: known.map(([name, { weight }]) => ({ name, weight })),
    stickiness: stickiness?.duration ?? null,
  };
}

function checkGroup(context: Context, { targetGroups }: Blueprint, name: string, path: Path): boolean {
  return checkReference(context, "target group", name, namesOf(targetGroups), path);
}
