import { isRecord, listOf, textOf, valueIn } from "../../base/untrusted-json.ts";

/** A module of a plan's configuration: what is written, not what it becomes. */
export interface ConfigurationModule {
  /** By `type.name`, data sources with `data.` before it. */
  readonly resources: ReadonlyMap<string, WrittenBlock>;
  readonly calls: ReadonlyMap<string, ModuleCall>;
  /** The expression of each output. */
  readonly outputs: ReadonlyMap<string, unknown>;
  readonly variables: readonly string[];
}

/** The expressions of a resource or module call, by argument. */
export interface WrittenBlock {
  readonly expressions: unknown;
  /** The expression of `for_each` or `count`; undefined: it has neither. */
  readonly each: unknown;
}

/** A call of a module. */
interface ModuleCall extends WrittenBlock {
  readonly module: ConfigurationModule;
}

/** Reads the configuration of a plan; what is malformed is not there, so that nothing can be proved by it. */
export function configurationOf(json: unknown): ConfigurationModule {
  const resources = listOf(valueIn(json, "resources")).flatMap((resource): [string, WrittenBlock][] => {
    const address = textOf(valueIn(resource, "address"));
    return address === null ? [] : [[address, blockOf(resource)]];
  });
  const calls = entriesOf(valueIn(json, "module_calls")).map(([name, call]): [string, ModuleCall] => [
    name,
    { ...blockOf(call), module: configurationOf(valueIn(call, "module")) },
  ]);
  const outputs = entriesOf(valueIn(json, "outputs")).map(([name, output]): [string, unknown] => [
    name,
    valueIn(output, "expression"),
  ]);
  return {
    resources: new Map(resources),
    calls: new Map(calls),
    outputs: new Map(outputs),
    variables: entriesOf(valueIn(json, "variables")).map(([name]) => name),
  };
}

function blockOf(json: unknown): WrittenBlock {
  return {
    expressions: valueIn(json, "expressions"),
    each: valueIn(json, "for_each_expression") ?? valueIn(json, "count_expression"),
  };
}

function entriesOf(json: unknown): readonly [string, unknown][] {
  return isRecord(json) ? Object.entries(json) : [];
}
