import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { argumentChanges } from "../../src/aws/argument-changes.generated.ts";
import { effectOfChange } from "../../src/change/argument-differences.ts";
import { generatedStacks } from "../support/generated-stacks.ts";
import { isObject } from "../support/json.ts";
import { readStack } from "../support/stack-copy.ts";

const META = new Set(["depends_on", "lifecycle", "provisioner", "provider", "for_each", "count"]);

/** Arguments of which the table says nothing, because the provider refused every made-up value: a diff says so. */
const NOT_ASKED = readFileSync(new URL("not-asked.txt", import.meta.url), "utf8")
  .trim()
  .split("\n");

const written = new Set(
  generatedStacks.map(readStack).flatMap((json) =>
    Object.entries(Object(json["resource"])).flatMap(([type, ones]) =>
      Object.values(Object(ones)).flatMap((body) =>
        isObject(body) && type.startsWith("aws_")
          ? Object.keys(body)
              .filter((argument) => !META.has(argument))
              .map((argument) => `${type}.${argument}`)
          : [],
      ),
    ),
  ),
);

describe("what replaces what", () => {
  it("was asked about every argument that a committed stack writes", () => {
    const unknown = [...written].filter((name) => {
      const [type = "", argument = ""] = name.split(".");
      const hasBlocks = Object.keys(argumentChanges).some((asked) => asked.startsWith(`${name}.`));
      return effectOfChange(type, argument) === "unknown" && !hasBlocks;
    });
    expect(unknown.sort()).toEqual(NOT_ASKED);
  });

  it("knows some of the best-known answers", () => {
    expect(effectOfChange("aws_subnet", "cidr_block")).toBe("replace");
    expect(effectOfChange("aws_subnet", "ipv6_cidr_block")).toBe("update");
    expect(effectOfChange("aws_db_instance", "allocated_storage")).toBe("update");
    expect(effectOfChange("aws_security_group", "description")).toBe("replace");
    expect(effectOfChange("aws_vpc", "tags.Name")).toBe("update");
  });
});
