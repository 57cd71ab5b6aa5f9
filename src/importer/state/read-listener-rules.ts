import { fromState } from "../fields/field.ts";
import { fixedResponseArguments, redirectFields } from "../fields/listener.ts";
import { listenerAction, type ToldAction } from "../listener-action.ts";
import { REWRITES, ruleConditions, type ToldCondition } from "../listener-conditions.ts";
import type { FoundAction, FoundListenerRule } from "../types/balancing.ts";
import type { StateResource } from "./resources.ts";
import type { Values } from "./values.ts";

/** A rule beside a listener's default action. */
export function readRule({ id, values }: StateResource): FoundListenerRule {
  const told = values.blocks("condition").flatMap(readCondition);
  return {
    arn: id,
    priority: values.number("priority"),
    conditions:
      values.blocks("transform").length === 0 ? ruleConditions(told) : { kind: "other", words: REWRITES },
    action: readActions(values.blocks("action")),
  };
}

/** A condition is one block in it; a state has the others as empty lists. */
function readCondition(condition: Values): readonly ToldCondition[] {
  const kinds = ["host_header", "path_pattern", "http_header", "http_request_method", "source_ip"];
  const found = kinds.flatMap((name) => condition.blocks(name).map((block) => readValues(name, block)));
  const query = condition.blocks("query_string").map((one) => ({
    key: one.text("key"),
    value: one.text("value") ?? "",
  }));
  const ofQuery = query.length === 0 ? [] : [{ kind: "query-string", name: null, values: [], query }];
  const all = [...found, ...ofQuery];
  return all.length === 0
    ? [{ kind: "one of a kind that is not known", name: null, values: [], query: [] }]
    : all;
}

function readValues(name: string, block: Values): ToldCondition {
  const kind = name.replaceAll("_", "-");
  const patterns = block.texts("regex_values");
  const isOfFamily = block.text("ip_address_type") !== null;
  return {
    kind: patterns.length > 0 ? `${kind} by regular expression` : isOfFamily ? `${kind} by family` : kind,
    name: block.text("http_header_name"),
    values: block.texts("values"),
    query: [],
  };
}

/** What the blocks of actions mean. */
export function readActions(blocks: readonly Values[]): FoundAction {
  const inOrder = [...blocks].sort((a, b) => (a.number("order") ?? 0) - (b.number("order") ?? 0));
  return listenerAction(inOrder.map(readAction));
}

function readAction(action: Values): ToldAction {
  const [redirect] = action.blocks("redirect");
  const [response] = action.blocks("fixed_response");
  const [forward] = action.blocks("forward");
  const [stickiness] = forward?.blocks("stickiness") ?? [];
  const groups = (forward?.blocks("target_group") ?? []).map((group) => ({
    arn: group.text("arn") ?? "",
    weight: group.number("weight") ?? 1,
  }));
  const single = action.text("target_group_arn");
  return {
    type: action.text("type") ?? "none",
    targetGroups: groups.length > 0 || single === null ? groups : [{ arn: single, weight: 1 }],
    stickiness: stickiness?.flag("enabled") === true ? stickiness.number("duration") : null,
    redirect: redirect === undefined ? null : fromState(redirectFields, redirect),
    response: response === undefined ? null : fromState(fixedResponseArguments, response),
  };
}
