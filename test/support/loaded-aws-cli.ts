import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const CLIENT = fileURLToPath(new URL("./aws-cli/client.py", import.meta.url));
const SERVER = fileURLToPath(new URL("./aws-cli/serve.py", import.meta.url));

/**
 * Writes an `aws` into `folder/bin`, for the PATH of commands: the AWS CLI that this Python has, loaded once and forked for each
 * command, which takes a tenth of its time. Where the Python has none, it runs the next `aws` on the PATH. Answers with the folder of
 * the command. What it starts ends when that folder is gone.
 */
export function loadedAwsCli(python: string, folder: string): string {
  const bin = path.join(folder, "bin");
  mkdirSync(bin);
  const file = path.join(bin, "aws");
  const program = readFileSync(CLIENT, "utf8").replace("SERVER_FILE", JSON.stringify(SERVER));
  // Without site-packages, which it does not need, it starts in a fifth of the time.
  writeFileSync(file, `#!${python} -SE\n${program}`);
  chmodSync(file, 0o755);
  return bin;
}
