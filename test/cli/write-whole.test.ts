import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeNewWhole, writeWhole } from "../../src/cli/write-whole.ts";

const folder = mkdtempSync(join(tmpdir(), "hextet-write-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a new file is written, and nothing beside it stays", () => {
  writeNewWhole(join(folder, "new"), "text");
  expect(readFileSync(join(folder, "new"), "utf8")).toBe("text");
  expect(readdirSync(folder)).toEqual(["new"]);
});

test("what is there is not written over, be it a file, a folder or a link to nothing", () => {
  writeFileSync(join(folder, "there"), "old");
  symlinkSync(join(folder, "nothing"), join(folder, "link"));
  for (const name of ["there", ".", "link"])
    expect(() => writeNewWhole(join(folder, name), "text")).toThrow(/EEXIST/);
  expect(readFileSync(join(folder, "there"), "utf8")).toBe("old");
  expect(readdirSync(folder).sort()).toEqual(["link", "new", "there"]);
});

test("a file is replaced whole, and through a link the file that it leads to", () => {
  symlinkSync(join(folder, "there"), join(folder, "to-there"));
  writeWhole(join(folder, "to-there"), "newer");
  expect(readFileSync(join(folder, "there"), "utf8")).toBe("newer");
  expect(readdirSync(folder).sort()).toEqual(["link", "new", "there", "to-there"]);
});
