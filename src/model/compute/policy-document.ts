import type { InlinePolicy, PolicyResource, PolicyStatement } from "../types/inline-policies.ts";

/** A policy as IAM has it; `textOf` says what a resource is. */
export function policyDocument(
  { version, statements }: InlinePolicy,
  textOf: (resource: PolicyResource) => string,
): object {
  return { Version: version, Statement: statements.map((statement) => statementOf(statement, textOf)) };
}

function statementOf(statement: PolicyStatement, textOf: (resource: PolicyResource) => string): object {
  const { sid, effect, actions, notActions, resources, notResources, conditions } = statement;
  const elements = {
    Sid: sid,
    Effect: effect,
    Action: actions,
    NotAction: notActions,
    Resource: resources?.map(textOf) ?? null,
    NotResource: notResources?.map(textOf) ?? null,
    Condition: Object.keys(conditions).length === 0 ? null : conditions,
  };
  return Object.fromEntries(Object.entries(elements).filter(([, value]) => value !== null));
}
