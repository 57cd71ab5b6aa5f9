import { findObstacle } from "../../src/lab/run/find-obstacle.ts";
import type { Lookup } from "./lookup.ts";

/** Whether the laboratory can stand on this machine: root, Linux, and Debian's packages. */
export function findLabTools(): Lookup<null> {
  const { platform, env } = process;
  const why = findObstacle({ platform, uid: process.getuid?.(), path: env["PATH"] ?? "" });
  return why === null ? { found: true, tool: null } : { found: false, why };
}
