import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const src = new URL("../../src", import.meta.url).pathname;
/** Where ARNs are made, and where those of a reader are recognised. */
const ALLOWED = ["aws/import-ids.ts", "aws/partitions.ts"];

const codeOf = (file: string) =>
  readFileSync(join(src, file), "utf8").replace(/\/\*.*?\*\/|^\s*\/\/.*$/gms, "");

test("ARNs are made in one place, by the region: no partition is written by hand or asked of AWS", () => {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".generated.ts") && !ALLOWED.includes(file),
  );
  const faults = files.filter((file) =>
    /[`"']arn:(?:aws|\$\{)|arn:aws[a-z-]*:|data-aws-partition/.test(codeOf(file)),
  );
  expect(files.length).toBeGreaterThan(300);
  expect(faults).toEqual([]);
});
