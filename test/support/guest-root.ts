import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** What a script has done to a guest. */
export interface GuestAfterwards {
  readonly status: number | null;
  readonly stderr: string;
  /** The commands of the system that it called, with their arguments. */
  readonly calls: readonly string[];
  /** By path: every file below /etc and /usr/share. */
  readonly files: Readonly<Record<string, string>>;
}

const COMMANDS = ["systemctl", "service", "dhclient", "sysctl", "amazon-linux-https"];
/** Folders that are moved into a folder of the run's own. */
const MOVED = /(?<![\w./])\/(?=(?:etc|run|sys|usr\/share)\/)/g;

/**
 * Runs a script on a guest with interfaces `docker0`, `ens5` and `lo` and these files: its folders are moved, and the commands that would
 * touch the system are replaced by one that writes itself down.
 */
export function runOnGuest(script: string, files: Readonly<Record<string, string>>): GuestAfterwards {
  const root = mkdtempSync(join(tmpdir(), "hextet-guest-"));
  try {
    const all = {
      "/sys/class/net/ens5/device/x": "",
      "/sys/class/net/lo/mtu": "",
      "/sys/class/net/docker0/bridge/x": "",
      "/etc/hosts": "",
      ...files,
    };
    mkdirSync(join(root, "/usr/share"), { recursive: true });
    for (const [file, content] of Object.entries(all)) write(join(root, file), content, 0o644);
    const stub = `#!/bin/sh\necho "\${0##*/} $*" >> ${root}/calls\n`;
    for (const command of COMMANDS) write(join(root, "bin", command), stub, 0o755);
    write(join(root, "calls"), "", 0o644);
    const input = script.replace(MOVED, `${root}/`);
    const env = { PATH: `${root}/bin:/usr/bin:/bin` };
    const { status, stderr } = spawnSync("sh", ["-s"], { input, encoding: "utf8", env, cwd: root });
    const plain = (text: string) => text.replaceAll(root, "");
    const calls = plain(readFileSync(join(root, "calls"), "utf8"));
    return {
      status,
      stderr: plain(stderr),
      calls: calls.split("\n").filter((call) => call !== ""),
      files: Object.fromEntries(
        ["/etc", "/usr/share"]
          .flatMap((folder) => filesBelow(root, folder))
          .map(([file, content]) => [file, plain(content)]),
      ),
    };
  } finally {
    rmSync(root, { recursive: true });
  }
}

function write(file: string, content: string, mode: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content, { mode });
}

function filesBelow(root: string, folder: string): readonly [string, string][] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => statSync(join(root, file)).isFile())
    .sort()
    .map((file) => [file, readFileSync(join(root, file), "utf8")]);
}
