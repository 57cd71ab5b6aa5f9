import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { PYTHON } from "./start-agent.ts";

/** A command of Linux that the laboratory runs, and the Debian package that has it. */
export interface Tool {
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

/** Those that are not on the PATH. */
export function findMissingTools(path: string): readonly Tool[] {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  const missing = TOOLS.filter(({ command }) => !folders.some((folder) => existsSync(join(folder, command))));
  return existsSync(PYTHON) ? missing : [...missing, { command: PYTHON, debianPackage: "python3" }];
}
