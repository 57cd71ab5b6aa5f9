import type { Action, Rule, RuleCondition } from "@aws-sdk/client-elastic-load-balancing-v2";
import { fromApi } from "../fields/field.ts";
import { fixedResponseArguments, listenerFields, redirectFields } from "../fields/listener.ts";
import { loadBalancerFields } from "../fields/load-balancer.ts";
import { healthCheckArguments, targetGroupFields } from "../fields/target-group.ts";
import { listenerAction, type ToldAction } from "../listener-action.ts";
import { REWRITES, ruleConditions, type ToldCondition } from "../listener-conditions.ts";
import { numberOf, textOf } from "../state/values.ts";
import type {
  FoundAction,
  FoundListener,
  FoundListenerRule,
  FoundLoadBalancer,
  FoundTargetGroup,
} from "../types/balancing.ts";
import type { ToldBalancing } from "./ask-balancing.ts";

type ToldBalancer = ToldBalancing["loadBalancers"][number];

/** A load balancer as an inventory has it. */
export function mapLoadBalancer(balancer: ToldBalancer): FoundLoadBalancer {
  return {
    id: balancer.LoadBalancerArn ?? "",
    ...fromApi(loadBalancerFields, balancer),
    listeners: balancer.listeners.map(mapListener),
  };
}

function mapListener(listener: ToldBalancer["listeners"][number]): FoundListener {
  return {
    arn: listener.ListenerArn ?? "",
    ...fromApi(listenerFields, listener),
    action: mapActions(listener.DefaultActions),
    rules: listener.rules.map(mapRule),
    furtherParts: listener.furtherParts,
  };
}

function mapRule({ RuleArn, Priority, Conditions = [], Actions, Transforms = [] }: Rule): FoundListenerRule {
  const told = Conditions.map(mapCondition);
  return {
    arn: RuleArn ?? "",
    priority: numberOf(Priority),
    conditions: Transforms.length === 0 ? ruleConditions(told) : { kind: "other", words: REWRITES },
    action: mapActions(Actions),
  };
}

function mapCondition(told: RuleCondition): ToldCondition {
  const { Field = "none", HttpHeaderConfig, QueryStringConfig, Values = [] } = told;
  const config = configOf(told);
  const patterns = config?.RegexValues ?? told.RegexValues ?? [];
  return {
    kind: patterns.length > 0 ? `${Field} by regular expression` : Field,
    name: HttpHeaderConfig?.HttpHeaderName ?? null,
    values: config?.Values ?? Values,
    query: (QueryStringConfig?.Values ?? []).map(({ Key, Value = "" }) => ({
      key: textOf(Key),
      value: Value,
    })),
  };
}

interface ValuesConfig {
  readonly Values?: readonly string[] | undefined;
  readonly RegexValues?: readonly string[] | undefined;
}

function configOf(told: RuleCondition): ValuesConfig | undefined {
  return (
    told.HostHeaderConfig ??
    told.PathPatternConfig ??
    told.HttpHeaderConfig ??
    told.HttpRequestMethodConfig ??
    told.SourceIpConfig
  );
}

function mapActions(actions: readonly Action[] = []): FoundAction {
  const inOrder = [...actions].sort((a, b) => (a.Order ?? 0) - (b.Order ?? 0));
  return listenerAction(inOrder.map(mapAction));
}

function mapAction({
  Type,
  TargetGroupArn,
  ForwardConfig,
  RedirectConfig,
  FixedResponseConfig,
}: Action): ToldAction {
  const { TargetGroups = [], TargetGroupStickinessConfig: stickiness } = ForwardConfig ?? {};
  const groups = TargetGroups.map((group) => ({
    arn: group.TargetGroupArn ?? "",
    weight: group.Weight ?? 1,
  }));
  const single = TargetGroupArn === undefined ? [] : [{ arn: TargetGroupArn, weight: 1 }];
  return {
    type: Type ?? "none",
    targetGroups: groups.length > 0 ? groups : single,
    stickiness: stickiness?.Enabled === true ? (stickiness.DurationSeconds ?? null) : null,
    redirect: RedirectConfig === undefined ? null : fromApi(redirectFields, RedirectConfig),
    response: FixedResponseConfig === undefined ? null : fromApi(fixedResponseArguments, FixedResponseConfig),
  };
}

/** A target group as an inventory has it. */
export function mapTargetGroup(group: ToldBalancing["targetGroups"][number]): FoundTargetGroup {
  return {
    id: group.TargetGroupArn ?? "",
    ...fromApi(targetGroupFields, group),
    healthCheck: fromApi(healthCheckArguments, group),
    targets: group.targets.map(({ Id, Port }) => ({ id: Id ?? "", port: Port ?? null, isWritten: false })),
  };
}
