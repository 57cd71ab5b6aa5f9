import { findMissingTools } from "../../src/lab/run/find-missing-tools.ts";
import type { Lookup } from "./lookup.ts";

/** Whether the laboratory can stand on this machine: root, Linux, and Debian's packages. */
export function findLabTools(): Lookup<string> {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    return { found: false, why: "the laboratory needs Linux and root" };
  const missing = findMissingTools(process.env["PATH"] ?? "");
  if (missing.length === 0) return { found: true, tool: "ip" };
  const packages = missing.map(({ debianPackage }) => debianPackage).join(" ");
  return { found: false, why: `apt-get install ${packages}` };
}
