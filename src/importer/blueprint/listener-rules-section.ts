import type { ListenerRule } from "../../blueprint/blueprint.generated.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { FoundListenerRule, SayableConditions } from "../types/balancing.ts";
import type { Draft } from "./draft.ts";
import { type TargetGroupNames, writeAction } from "./listener-action-section.ts";
import { startNaming } from "./names.ts";
import { compact, type Section, type Sections } from "./section.ts";

/** A listener whose rules are written. */
export interface RuledListener {
  /** Logical id: `<load balancer>_<listener>`. */
  readonly id: string;
  /** Of its load balancer. */
  readonly type: string;
}

/** Writes the rules of a listener in their order, named after what they ask for; what cannot be said is left out. */
export function writeListenerRules(
  draft: Draft,
  targetGroups: TargetGroupNames,
  { id, type }: RuledListener,
  rules: readonly FoundListenerRule[],
): Sections<ListenerRule> {
  const [balancer = "", listener = ""] = id.split("_");
  const { known } = draft;
  const path = ["loadBalancers", balancer, "listeners", listener, "rules"];
  const name = startNaming(known.keysAt(...path));
  const inOrder = [...rules].sort((a, b) => (a.priority ?? 0) - (b.priority ?? 0));
  return Object.fromEntries(
    inOrder.flatMap((rule): [string, Section<ListenerRule>][] => {
      const written = type === "application" ? writeRule(targetGroups, rule) : "of a network load balancer";
      if (typeof written === "string") {
        draft.leaveOut({ kind: "listener rule", id: rule.arn, detail: written });
        return [];
      }
      const own =
        known.nameOf("aws_lb_listener_rule", rule.arn, 2) ??
        known.sameAt(written, ["priority"], ...path) ??
        name(...namesFrom(rule));
      draft.importAs(terraformAddress("aws_lb_listener_rule", `${id}_${own}`), rule.arn);
      return [[own, written]];
    }),
  );
}

/** The rule, or why a blueprint cannot say it. */
function writeRule(
  targetGroups: TargetGroupNames,
  { priority, conditions, action }: FoundListenerRule,
): Section<ListenerRule> | string {
  if (priority === null) return "its priority is not known";
  if (conditions.kind === "other") return conditions.words;
  const written = writeAction(targetGroups, action);
  if (written === null)
    return action.kind === "other" ? action.words : "what it forwards or redirects to cannot be said";
  const { sourceIp, ...others } = conditions.said;
  return compact<ListenerRule>({
    priority,
    ...others,
    sourceIp: sourceIp.length === 0 ? undefined : { cidrs: [...sourceIp] },
    action: written,
  });
}

/** By what tells it from other rules: neither readers nor AWS give it a name. */
function namesFrom({ priority, conditions }: FoundListenerRule): readonly string[] {
  return [...(conditions.kind === "other" ? [] : wordsOf(conditions.said)), `rule-${priority}`];
}

function wordsOf(said: SayableConditions): readonly string[] {
  return [
    ...said.pathPattern,
    ...said.hostHeader,
    ...Object.keys(said.httpHeader),
    ...Object.keys(said.queryString),
    ...said.httpRequestMethod,
  ];
}
