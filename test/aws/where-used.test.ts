import { describe, expect, test } from "vitest";
import { whereUsed } from "../../src/aws/where-used.ts";
import { blueprintSchema, type Schema } from "../../src/blueprint/schema.ts";
import { resourceIds } from "../../src/model/outputs/references/wanted-at.ts";

/** What references may lead to at any place of the schema. */
function takenIn(node: unknown): readonly string[] {
  if (typeof node !== "object" || node === null) return [];
  const own = (node as Schema)["x-hextet-takes"];
  return [...(own === undefined ? [] : [own]), ...Object.values(node).flatMap(takenIn)];
}

/** ARNs that no reference can stand for, and why no region of theirs is judged. */
const NO_REFERENCE: Readonly<Record<string, string>> = {
  "/definitions/assumeRole/properties/roleArn": "IAM has no regions",
  "/definitions/policyResource": "a policy may speak of any region",
  "/definitions/s3Backend/properties/kmsKeyId": "the key is of the region of the state's bucket",
  "/definitions/s3Backend/properties/roleArn": "IAM has no regions",
  "/definitions/servicePrincipal": "IAM has no regions",
};

/** The places of the schema whose text must be an ARN, but the definition of one that places name. */
function arnsIn(node: unknown, path: string): readonly string[] {
  if (typeof node !== "object" || node === null || path === "/definitions/arn") return [];
  const { pattern, $ref, ...schema } = node as Schema;
  const isArn = $ref === "#/definitions/arn" || /^\^(\(\\\*\|)?arn:/.test(pattern ?? "");
  const isOpen = isArn && schema["x-hextet-takes"] === undefined;
  return [
    ...(isOpen ? [path] : []),
    ...Object.entries(node).flatMap(([key, value]) => arnsIn(value, `${path}/${key}`)),
  ];
}

describe("where a thing can be used", () => {
  test("is said of everything that a reference may lead to, and of nothing else", () => {
    const all = new Set([...takenIn(blueprintSchema), ...resourceIds]);
    expect(Object.keys(whereUsed).sort()).toEqual([...all].sort());
  });

  test("is said of every ARN of the schema, or it is known why not", () => {
    expect(arnsIn(blueprintSchema, "").toSorted()).toEqual(Object.keys(NO_REFERENCE).sort());
  });
});
