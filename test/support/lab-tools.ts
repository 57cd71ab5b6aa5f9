import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { findObstacle } from "../../src/lab/run/find-obstacle.ts";
import type { Lookup } from "./lookup.ts";

/** What the tests themselves run in a laboratory, with Debian's packages. */
const ASKED = { ping: "iputils-ping", curl: "curl", dig: "bind9-dnsutils" };

/** Whether the laboratory can stand on this machine, and be asked: root, Linux, and Debian's packages. */
export function findLabTools(): Lookup<null> {
  const { platform, env } = process;
  const path = env["PATH"] ?? "";
  const why = findObstacle({ platform, uid: process.getuid?.(), path });
  if (why !== null) return { found: false, why };
  const folders = path.split(delimiter);
  const missing = Object.entries(ASKED).filter(
    ([command]) => !folders.some((folder) => existsSync(join(folder, command))),
  );
  if (missing.length === 0) return { found: true, tool: null };
  return { found: false, why: `apt-get install ${missing.map(([, name]) => name).join(" ")}` };
}
