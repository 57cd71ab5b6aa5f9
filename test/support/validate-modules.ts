import { isObject } from "./json.ts";
import { awsProviders, withoutBackend } from "./stack-copy.ts";

/**
 * A stack's JSON as a child module: without what only a root may hold (backend, provider and import blocks), its
 * provider aliases declared.
 */
export function stackAsModule(json: Record<string, unknown>): Record<string, unknown> {
  const { provider: _provider, import: _import, ...rest } = withoutBackend(json);
  const settings = isObject(rest["terraform"]) ? rest["terraform"] : {};
  const required = isObject(settings["required_providers"]) ? settings["required_providers"] : {};
  const aws = isObject(required["aws"]) ? required["aws"] : { source: "hashicorp/aws" };
  const aliases = awsProviders(json).flatMap((block) => aliasOf(block) ?? []);
  const configuration_aliases = aliases.map((alias) => `aws.${alias}`);
  const required_providers = { ...required, aws: { ...aws, configuration_aliases } };
  return { ...rest, terraform: { ...settings, required_providers } };
}

/**
 * The root file for each of some stacks: its provider blocks and the call of its module (`./s0`, `./s1`, ...). Equal
 * blocks of several stacks stand once, since terraform starts a provider process for each block.
 */
export function rootFiles(stacks: readonly Record<string, unknown>[]): readonly Record<string, unknown>[] {
  const names = new Map<string, string>();
  return stacks.map((json, index) => {
    const blocks: Record<string, unknown>[] = [];
    const providers: Record<string, string> = {};
    for (const { alias, ...block } of awsProviders(json)) {
      const content = JSON.stringify(block);
      const known = names.get(content);
      const name = known ?? `p${names.size}`;
      if (known === undefined) blocks.push({ ...block, alias: name });
      names.set(content, name);
      providers[typeof alias === "string" ? `aws.${alias}` : "aws"] = `aws.${name}`;
    }
    const call = { source: `./s${index}`, providers, ...emptyVariables(json) };
    return { ...(blocks.length > 0 ? { provider: { aws: blocks } } : {}), module: { [`s${index}`]: call } };
  });
}

function emptyVariables(json: Record<string, unknown>): Record<string, null> {
  const variables = isObject(json["variable"]) ? json["variable"] : {};
  return Object.fromEntries(Object.keys(variables).map((name) => [name, null]));
}

function aliasOf(block: Record<string, unknown>): string | undefined {
  return typeof block["alias"] === "string" ? block["alias"] : undefined;
}
