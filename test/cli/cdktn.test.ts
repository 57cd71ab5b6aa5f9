import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CDKTN, type CdktnInstall, installCdktn, stacksByCdktn } from "../support/cdktn.ts";
import { at, isObject, parseJson } from "../support/json.ts";
import { stackText } from "../support/synth-json.ts";
import { wholeNetwork } from "../support/whole-network.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const names = readdirSync(path.join(ROOT, "blueprints"))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => path.basename(file, ".yaml"));

let installed: CdktnInstall;
let written: ReadonlyMap<string, string>;

beforeAll(async () => {
  installed = await installCdktn();
  written = await stacksByCdktn(
    installed,
    names.map((name) => path.join(ROOT, "blueprints", `${name}.yaml`)),
  );
}, 600_000);
afterAll(() => installed.remove());

test.each(names)("CDK Terrain writes of %s what cdktf does", (name) => {
  const byCdktf = readFileSync(path.join(ROOT, "generated/stacks", name, "cdk.tf.json"), "utf8");
  expect(comparable(written.get(name))).toEqual(comparable(byCdktf));
});

test("and of a network with everything in it", () => {
  const whole = wholeNetwork();
  expect(comparable(written.get(whole.name))).toEqual(comparable(stackText(whole)));
});

test("each stack says that CDK Terrain has written it", () => {
  const versions = [...written.values()].map((text) =>
    at(parseJson(text, "a stack"), "//", "metadata", "version"),
  );
  expect(versions).toEqual(Array.from({ length: names.length + 1 }, () => CDKTN.cdktn));
});

/** The JSON as a value, so that an empty list is one however it is printed, without the version of the engine. */
function comparable(text: string | undefined): unknown {
  if (text === undefined) throw new Error("CDK Terrain has not written the stack");
  const json = parseJson(text, "a stack");
  const metadata = at(json, "//", "metadata");
  if (!isObject(json) || !isObject(metadata)) throw new Error("a stack without metadata");
  return { ...json, "//": { ...Object(json["//"]), metadata: { ...metadata, version: "" } } };
}
