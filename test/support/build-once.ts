import { execFileSync } from "node:child_process";

const COMMAND = new URL("../../src/hextet.js", import.meta.url).pathname;

/** Starts Hextet once, which builds it where it must, so that not every test does. Vitest runs it before all tests. */
export function setup(): void {
  execFileSync(process.execPath, [COMMAND, "--version"]);
}
