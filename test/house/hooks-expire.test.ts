import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { builtInHooks, type HookFacts } from "../../src/aws/provider-gaps.ts";
import { describeGap } from "../../src/model/hooks/choose-hook.ts";
import { compareVersions, parseVersion, type Version } from "../../src/model/hooks/version-constraint.ts";
import { bindingsVersion, isArgumentIn6 } from "../support/accepted-by-6.ts";
import { isObject } from "../support/json.ts";
import { blockSchema } from "../support/provider-schema.ts";

const root = new URL("../../", import.meta.url).pathname;
const bindings = `${root}node_modules/@cdktf/provider-aws`;
const hooks: readonly HookFacts[] = builtInHooks;
const gaps = hooks.flatMap(({ id, gaps: own }) => own.map((gap) => ({ id, gap })));

/** The provider version that the bindings were generated from: every link into its documentation names it. */
function versionOfBindings(): Version {
  const found = /hashicorp\/aws\/(\d+\.\d+\.\d+)\/docs/.exec(declarations("aws_vpc"))?.[1];
  const version = found === undefined ? null : parseVersion(found);
  if (version === null) throw new Error("the bindings do not say from which provider they are");
  return version;
}

/** The type declarations of a resource's bindings. */
function declarations(resource: string): string {
  const folder = resource.replace(/^aws_/, "").replaceAll("_", "-");
  return readFileSync(`${bindings}/lib/${folder}/index.d.ts`, "utf8");
}

function isArgument(resource: string, argument: string): boolean {
  const schema = blockSchema("resource", resource);
  if (!isObject(schema)) throw new Error(`no ${resource} in the schema`);
  return hasKey(schema, argument);
}

/** Whether an object has the key, at any depth: attributes and blocks stand in different corners of the schema. */
function hasKey(value: unknown, key: string): boolean {
  if (!isObject(value)) return false;
  return key in value || Object.values(value).some((item) => hasKey(item, key));
}

const isOpenIn = (closedIn: string | null, version: Version) => {
  const border = closedIn === null ? null : parseVersion(closedIn);
  return border === null || compareVersions(version, border) < 0;
};

describe("the gap of a hook", () => {
  const version = versionOfBindings();
  // A value that the provider refuses shows in no schema: the Terraform layer asks `terraform validate` about it.
  const shown = gaps.filter(
    ({ gap }) => gap.condition === null || !gap.condition.startsWith(`${gap.argument} =`),
  );

  it.each(shown)("$id: $gap.argument of $gap.resource is as open as the table says", ({ gap }) => {
    const open = isOpenIn(gap.closedIn, version);
    const camel = gap.argument.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const inBindings = new RegExp(`readonly ${camel}\\??:`).test(declarations(gap.resource));
    const what = `${describeGap(gap)}: update closedIn in src/aws/provider-gaps.ts`;
    expect(inBindings, `${what} (bindings ${version.join(".")})`).toBe(!open);
    expect(isArgument(gap.resource, gap.argument), `${what} (schema)`).toBe(!open);
  });

  it.each(shown)(
    "$id: $gap.argument of $gap.resource is as open in provider 6 as the table says",
    ({ gap }) => {
      const newer = parseVersion(bindingsVersion);
      if (newer === null) throw new Error("the bindings of provider 6 have no version");
      const what = `${describeGap(gap)}: update closedIn in src/aws/provider-gaps.ts`;
      const open = isOpenIn(gap.closedIn, newer);
      expect(isArgumentIn6(gap.resource, gap.argument), `${what} (${bindingsVersion})`).toBe(!open);
    },
  );

  it("names where upstream speaks of it", () => {
    for (const { gap } of gaps) {
      expect(gap.upstream).toMatch(
        /^https:\/\/github\.com\/hashicorp\/terraform-provider-aws\/(pull|issues)\/\d+$/,
      );
    }
  });
});

it("the hooks are sorted, each id once", () => {
  const ids = hooks.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].sort());
});
