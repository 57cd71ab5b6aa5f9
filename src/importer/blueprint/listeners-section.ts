import { compareTexts } from "../../base/compare-texts.ts";
import type { Listener } from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import { write } from "../fields/field.ts";
import { encryptionArguments, listenerArguments } from "../fields/listener.ts";
import type { FoundListener, FoundLoadBalancer } from "../types/balancing.ts";
import type { Draft } from "./draft.ts";
import { type TargetGroupNames, writeAction } from "./listener-action-section.ts";
import { writeListenerRules } from "./listener-rules-section.ts";
import { startNaming } from "./names.ts";
import { compact, type Section, type Sections } from "./section.ts";

const PROTOCOLS = ["HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP"];

/** True when a blueprint has words for the listener. */
export function isSayable(targetGroups: TargetGroupNames, { action, protocol }: FoundListener): boolean {
  return writeAction(targetGroups, action) !== null && PROTOCOLS.includes(protocol);
}

/** Writes the listeners of a load balancer with their rules; what cannot be said is left out by name. */
export function writeListeners(
  draft: Draft,
  targetGroups: TargetGroupNames,
  balancer: string,
  { type, listeners }: FoundLoadBalancer,
): Sections<Listener> {
  const { known } = draft;
  const path = ["loadBalancers", balancer, "listeners"];
  const name = startNaming(known.keysAt(...path));
  const sorted = [...listeners].sort((a, b) => a.port - b.port || compareTexts(a.protocol, b.protocol));
  return Object.fromEntries(
    sorted.flatMap((listener): [string, Section<Listener>][] => {
      const own =
        known.nameOf("aws_lb_listener", listener.arn, 1) ??
        known.sameAt({ port: listener.port }, ["port"], ...path) ??
        name(listener.protocol, "listener");
      for (const detail of listener.furtherParts)
        draft.leaveOut({ kind: "part of a listener", id: listener.arn, detail });
      if (!isSayable(targetGroups, listener)) {
        leaveListener(draft, listener);
        return [];
      }
      const id = `${balancer}_${own}`;
      draft.importAs(terraformAddress("aws_lb_listener", id), listener.arn);
      const rules = writeListenerRules(draft, targetGroups, { id, type }, listener.rules);
      return [[own, writeListener(targetGroups, listener, rules)]];
    }),
  );
}

function leaveListener(draft: Draft, { arn, action, rules }: FoundListener): void {
  const words =
    action.kind === "other" ? action.words : "its protocol, or what it forwards to, cannot be said";
  draft.leaveOut({ kind: "listener", id: arn, detail: words });
  for (const rule of rules)
    draft.leaveOut({ kind: "listener rule", id: rule.arn, detail: `of listener ${arn}, which is left out` });
}

function writeListener(
  targetGroups: TargetGroupNames,
  listener: FoundListener,
  rules: Section<Listener>["rules"],
): Section<Listener> {
  const isEncrypted = listener.protocol === "HTTPS" || listener.protocol === "TLS";
  return compact<Listener>({
    ...write(listenerArguments, listener),
    ...(isEncrypted ? write(encryptionArguments, listener) : {}),
    action: writeAction(targetGroups, listener.action) ?? {},
    rules,
  });
}
