import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { formatPath } from "../../src/base/path.ts";
import { compile } from "../../src/pipeline.ts";
import { HOSTILE_TEXTS } from "../support/hostile-text.ts";
import { isObject, listAt, parseJson } from "../support/json.ts";
import { cleanEnv } from "../support/run.ts";
import { stackJson } from "../support/synth-json.ts";
import { type TextPlace, textPlaces, withText } from "../support/text-places.ts";
import { describeWithTools, findTerraform } from "../support/tools.ts";

/** They stand around a text, so that it is found again in what is made of it. */
const [BEGIN, END] = ["HxA", "HxB"];
/** All of them at once, and alone those that mean the most: many places refuse quotes, line breaks or length. */
const TEXTS: readonly string[] = [
  HOSTILE_TEXTS.join("|"),
  "${aws_vpc.main.id} %{ if true }yes%{ endif } $${escaped} %%{ for x in y } $ % $$ %%",
  "${aws_vpc.main.id}%{if true}$${x}",
];

interface Found {
  readonly place: string;
  readonly author: string;
  /** What Terraform is given for it. */
  readonly escaped: string;
}

/** What the stack has between the marks; a text that is refused, or does not reach Terraform, is not found. */
function foundAt(place: TextPlace): readonly Found[] {
  for (const author of TEXTS) {
    const text = withText(place, `${BEGIN}${author}${END}`);
    const { networks } = compile([{ file: place.file, text }], "2026-01-01");
    const pieces = networks.flatMap((network) => textsIn(stackJson(network))).flatMap(markedIn);
    const found = [...new Set(pieces)].map((escaped) => ({ place: formatPath(place.path), author, escaped }));
    if (found.length > 0) return found;
  }
  return [];
}

function markedIn(text: string): readonly string[] {
  return [...text.matchAll(/HxA(.*?)HxB/gs)].map(([, piece = ""]) => piece);
}

/** What Terraform evaluates: names of resources, arguments and blocks are none, and neither is the comment. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => (key === "//" ? [] : [key, ...textsIn(item)]));
}

/** The values that Terraform makes of texts in JSON syntax, by one `terraform console`. */
function evaluated(command: string, texts: readonly string[]): readonly unknown[] {
  const folder = mkdtempSync(path.join(tmpdir(), "hextet-console-"));
  try {
    writeFileSync(path.join(folder, "main.tf.json"), JSON.stringify({ locals: { texts } }));
    const input = "base64encode(jsonencode(local.texts))\n";
    const ran = spawnSync(command, ["console"], { cwd: folder, encoding: "utf8", env: cleanEnv(), input });
    const [, base64 = ""] = /^"([\w+/=]+)"$/m.exec(ran.stdout) ?? [];
    expect(base64, ran.stdout + ran.stderr).not.toBe("");
    return listAt({ all: parseJson(Buffer.from(base64, "base64").toString(), "the console") }, "all");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describeWithTools("terraform console", findTerraform(), ({ command }) => {
  test("makes the author's text of each that reaches Terraform, wherever it stands", () => {
    const found = textPlaces().flatMap(foundAt);
    const values = evaluated(
      command,
      found.map(({ escaped }) => escaped),
    );
    const wrong = found.filter(({ author }, index) => values[index] !== author);
    expect(wrong.map(({ place, escaped }) => [place, escaped])).toEqual([]);
    expect(new Set(found.map(({ place }) => place)).size).toBeGreaterThan(20);
  });

  test("makes something else of a text that is not escaped", () => {
    expect(evaluated(command, ["%{ if true }yes%{ endif }", "$${x}"])).toEqual(["yes", "${x}"]);
  });
});
