import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Network } from "../../src/model/types/network.ts";
import { HOSTILE_TEXTS, hostileText, terraformText } from "../support/hostile-text.ts";
import { at, isObject, parseJson } from "../support/json.ts";
import { cleanEnv } from "../support/run.ts";
import { cidr, sampleNetwork, sampleSecurityGroup } from "../support/sample-network.ts";
import { resourceIn, stackJson } from "../support/synth-json.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";
import { sampleRule } from "../support/whole-network.ts";

/** Tags whose keys and values are all hostile. `fromEntries`, because `__proto__` must be a key like any other. */
const TAGS: Readonly<Record<string, string>> = Object.fromEntries(HOSTILE_TEXTS.map((text) => [text, text]));

function hostileNetwork(text: string): Network {
  const sample = sampleNetwork();
  return sampleNetwork({
    tags: TAGS,
    vpc: { ...sample.vpc, tags: TAGS },
    securityGroups: [
      sampleSecurityGroup("web", {
        description: text,
        rules: [
          sampleRule("web_a", { kind: "cidr", family: "ipv6", cidr: cidr("::/0") }, { description: text }),
          sampleRule("web_b", { kind: "managed-prefix-list", id: "list", name: text }),
        ],
      }),
    ],
    outputs: [
      {
        name: "id",
        path: ["outputs", "id"],
        description: text,
        sensitive: false,
        value: { kind: "vpc", attribute: "id" },
      },
    ],
  });
}

function understood(value: unknown): unknown {
  if (typeof value === "string") return terraformText(value);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [terraformText(key), understood(item)]),
  );
}

describe("an author's text", () => {
  test("arrives in tags and default tags, as keys and as values", () => {
    const json = stackJson(hostileNetwork("x"));
    const { Name: _, ...tags } = Object(understood(resourceIn(json, "aws_vpc.main")["tags"]));
    expect(sorted(tags)).toEqual(sorted(TAGS));
    expect(sorted(understood(at(json, "provider", "aws", 0, "default_tags", 0, "tags")))).toEqual(
      sorted(TAGS),
    );
  });

  const arrives = (text: string) => {
    const json = stackJson(hostileNetwork(text));
    const texts = [
      resourceIn(json, "aws_security_group.web")["description"],
      resourceIn(json, "aws_vpc_security_group_ingress_rule.web_a")["description"],
      at(json, "data", "aws_ec2_managed_prefix_list", "list", "name"),
      at(json, "output", "id", "description"),
    ];
    expect(texts.map((found) => terraformText(String(found)))).toEqual([text, text, text, text]);
  };

  test.each(HOSTILE_TEXTS)("arrives in descriptions and names: %j", arrives);

  test("arrives whatever it is", () => {
    fc.assert(fc.property(hostileText, arrives));
  });
});

describeWithTools("an author's text in Terraform itself", findTerraform(), ({ command }) => {
  test("is what the author wrote", () => {
    const tags = resourceIn(stackJson(hostileNetwork("x")), "aws_vpc.main")["tags"];
    const { Name: _, ...understoodTags } = Object(evaluate(command, tags));
    expect(sorted(understoodTags)).toEqual(sorted(TAGS));
  });
});

/** The value that Terraform makes of an expression in JSON syntax. */
function evaluate(command: string, expression: unknown): unknown {
  const folder = mkdtempSync(path.join(tmpdir(), "hextet-evaluate-"));
  const terraform = (...args: string[]) =>
    spawnSync(command, args, { cwd: folder, encoding: "utf8", env: cleanEnv(), timeout: 20_000 }).stdout;
  try {
    writeFileSync(
      path.join(folder, "main.tf.json"),
      JSON.stringify({ output: { it: { value: expression } } }),
    );
    terraform("init", "-input=false");
    terraform("apply", "-auto-approve", "-input=false");
    return at(parseJson(terraform("output", "-json"), "terraform output"), "it", "value");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sorted(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(Object(value)).sort(([a], [b]) => (a < b ? -1 : 1));
}
