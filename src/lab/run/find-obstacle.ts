import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { PYTHON } from "./start-agent.ts";

/** A command of Linux that the laboratory runs, and the Debian package that has it. */
interface Tool {
  readonly command: string;
  readonly debianPackage: string;
}

const TOOLS: readonly Tool[] = [
  { command: "ip", debianPackage: "iproute2" },
  { command: "nft", debianPackage: "nftables" },
  { command: "tayga", debianPackage: "tayga" },
  { command: "unbound", debianPackage: "unbound" },
  { command: "unshare", debianPackage: "util-linux" },
  { command: "setpriv", debianPackage: "util-linux" },
];

/** What decides whether a laboratory can stand. */
export interface Machine {
  readonly platform: string;
  /** Of the user; undefined where there are none. */
  readonly uid: number | undefined;
  readonly path: string;
}

/** What is missing on a machine, in words; null when a laboratory can stand there. */
export function findObstacle({ platform, uid, path }: Machine): string | null {
  if (platform !== "linux") return "the laboratory needs Linux: it is made of network namespaces";
  if (uid !== 0) return "the laboratory needs root to make network namespaces: run it with sudo";
  const missing = findMissing(path);
  if (missing.length === 0) return null;
  const packages = [...new Set(missing.map(({ debianPackage }) => debianPackage))].join(" ");
  const commands = missing.map(({ command }) => command).join(", ");
  return `the laboratory needs ${commands}, which this machine does not have: apt-get install ${packages}`;
}

function findMissing(path: string): readonly Tool[] {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  const missing = TOOLS.filter(({ command }) => !folders.some((folder) => existsSync(join(folder, command))));
  return existsSync(PYTHON) ? missing : [...missing, { command: PYTHON, debianPackage: "python3" }];
}
