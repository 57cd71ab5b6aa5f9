import type { Path } from "../../src/base/path.ts";
import { blueprintSchema, resolve, type Schema } from "../../src/blueprint/schema.ts";

/** A path with `*` for what the author names or counts, as `network.subnets.*.slot`: the same in every blueprint. */
export function patternOf(path: Path): string {
  let schema: Schema = blueprintSchema;
  return path
    .map((step) => {
      const { properties = {}, items, additionalProperties } = schema;
      const fixed =
        typeof step === "string" && Object.hasOwn(properties, step) ? properties[step] : undefined;
      schema = resolve(fixed ?? (typeof step === "number" ? items : additionalProperties || undefined) ?? {});
      return fixed === undefined ? "*" : step;
    })
    .join(".");
}
