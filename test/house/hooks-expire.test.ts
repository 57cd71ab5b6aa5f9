import { describe, expect, it } from "vitest";
import { builtInHooks, type HookFacts } from "../../src/aws/provider-gaps.ts";
import { describeGap } from "../../src/model/hooks/choose-hook.ts";
import { compareVersions, parseVersion, type Version } from "../../src/model/hooks/version-constraint.ts";
import { isArgumentInNewest, newestVersion } from "../support/accepted-by-newest.ts";
import { isObject } from "../support/json.ts";
import { blockSchema, schemaVersion } from "../support/provider-schema.ts";

const hooks: readonly HookFacts[] = builtInHooks;
const gaps = hooks.flatMap(({ id, gaps: own }) => own.map((gap) => ({ id, gap })));

function version(text: string): Version {
  const read = parseVersion(text);
  if (read === null) throw new Error(`${text} is no version`);
  return read;
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

const isOpenIn = (closedIn: string | null, asked: Version) => {
  const border = closedIn === null ? null : parseVersion(closedIn);
  return border === null || compareVersions(asked, border) < 0;
};

describe("the gap of a hook", () => {
  // A value that the provider refuses shows in no schema: the Terraform layer asks `terraform validate` about it.
  const shown = gaps.filter(
    ({ gap }) => gap.condition === null || !gap.condition.startsWith(`${gap.argument} =`),
  );

  it.each(shown)("$id: $gap.argument of $gap.resource is as open in 5.100 as the table says", ({ gap }) => {
    const what = `${describeGap(gap)}: update closedIn in src/aws/provider-gaps.ts (schema of ${schemaVersion})`;
    expect(isArgument(gap.resource, gap.argument), what).toBe(
      !isOpenIn(gap.closedIn, version(schemaVersion)),
    );
  });

  it.each(shown)(
    "$id: $gap.argument of $gap.resource is as open in the newest provider as the table says",
    ({ gap }) => {
      const what = `${describeGap(gap)}: update closedIn in src/aws/provider-gaps.ts (${newestVersion})`;
      const open = isOpenIn(gap.closedIn, version(newestVersion));
      expect(isArgumentInNewest(gap.resource, gap.argument), what).toBe(!open);
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
