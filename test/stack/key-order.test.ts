import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { isObject } from "../support/json.ts";
import { networkFrom } from "../support/network.ts";
import { stackText } from "../support/synth-json.ts";

/** Every property, at no stage of a migration: a stage leaves much out. */
function everything(): unknown {
  const { migration: _, ...rest } = parse(
    readFileSync(new URL("../blueprint/ok/everything.yaml", import.meta.url), "utf8"),
  );
  delete rest.network.vpc.existing;
  return rest;
}

/** The value with the keys of all its maps the other way round, and with three tags wherever there are any. */
function turned(value: unknown, isTurned: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => turned(item, isTurned));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, child]) => {
    const more = key === "tags" && isObject(child) ? { ...child, b: "2", a: "1" } : child;
    return [key, turned(more, isTurned)] as const;
  });
  return Object.fromEntries(isTurned ? entries.reverse() : entries);
}

it("the author's order of keys changes no byte of the stack, nor of what hooks are given", () => {
  const [one, other] = [false, true].map((isTurned) =>
    stackText(networkFrom(JSON.stringify(turned(everything(), isTurned)))),
  );
  expect(one).toContain("TAGS_REQUEST");
  expect(other).toBe(one);
});
