import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Vpc } from "@cdktf/provider-aws/lib/vpc/index.js";
import { Construct } from "constructs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { App, TerraformOutput } from "../../src/stack/engine.ts";
import { HextetStack, LogicalIdClash } from "../../src/stack/hextet-stack.ts";
import { at } from "../support/json.ts";
import { stackJson } from "../support/synth-json.ts";
import { wholeNetwork } from "../support/whole-network.ts";

describe("HextetStack", () => {
  let folder: string;
  const newStack = () => new HextetStack(new App({ outdir: path.join(folder, "out") }), "x");

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "hextet-stack-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("takes the last part of a construct's id as its logical id, wherever the construct stands", () => {
    const stack = newStack();
    expect(new Vpc(stack, "aws_vpc.main", {}).friendlyUniqueId).toBe("main");
    expect(new Vpc(new Construct(stack, "deep"), "aws_vpc.other", {}).friendlyUniqueId).toBe("other");
    expect(new TerraformOutput(stack, "output.main", { value: "x" }).friendlyUniqueId).toBe("main");
  });

  test("refuses a second claim on an address", () => {
    const stack = newStack();
    new Vpc(stack, "aws_vpc.main", {}).friendlyUniqueId;
    const second = new Vpc(new Construct(stack, "deep"), "aws_vpc.main", {});
    expect(() => second.friendlyUniqueId).toThrow(LogicalIdClash);
    expect(() => second.friendlyUniqueId).toThrow(
      "x/aws_vpc.main and x/deep/aws_vpc.main both claim the Terraform address aws_vpc.main",
    );
  });

  test.each(["aws_vpc.1a", "aws_vpc.a b", "aws_vpc."])("refuses %j, which is no address", (id) => {
    expect(() => new Vpc(newStack(), id, {}).friendlyUniqueId).toThrow("is no Terraform address");
  });

  test("has no HCL: texts are escaped for JSON", () => {
    expect(() => newStack().toHclTerraform()).toThrow("without --hcl");
  });
});

describe("the JSON", () => {
  test("has CDKTF's comment at the root alone", () => {
    const json = stackJson(wholeNetwork());
    expect(at(json, "//", "metadata", "stackName")).toBe("whole");
    const { "//": _, ...rest } = json;
    expect(JSON.stringify(rest)).not.toContain('"//"');
  });

  test("keeps a tag that an author calls //", () => {
    const json = stackJson(wholeNetwork({ tags: { "//": "a" } }));
    expect(at(json, "provider", "aws", 0, "default_tags", 0, "tags")).toEqual({ "//": "a" });
    const { vpc } = wholeNetwork();
    const tagged = stackJson(wholeNetwork({ vpc: { ...vpc, tags: { "//": "b" } } }));
    expect(at(tagged, "resource", "aws_vpc", "main", "tags", "//")).toBe("b");
  });
});
