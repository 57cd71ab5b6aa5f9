import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { ImportEnvironment } from "./environment-words.ts";

/** What the files of the AWS CLI say of a profile, as far as it tells where its credentials come from. */
export interface Profile {
  readonly name: string;
  readonly isWritten: boolean;
  /** The program of its `credential_process`; null: it has none. */
  readonly command: string | null;
  readonly isSingleSignOn: boolean;
}

/** The profile that the environment chooses. Files that are not there, or cannot be read, say nothing. */
export function readProfile(env: ImportEnvironment): Profile {
  const name = env["AWS_PROFILE"] || "default";
  const home = join(homedir(), ".aws");
  const lines = [
    ...sectionOf(env["AWS_CONFIG_FILE"] || join(home, "config"), name),
    ...sectionOf(env["AWS_SHARED_CREDENTIALS_FILE"] || join(home, "credentials"), name),
  ];
  const [process = ""] = lines.flatMap((line) => /^credential_process\s*=\s*(.+)$/.exec(line)?.[1] ?? []);
  const command = /^"[^"]+"|\S+/.exec(process)?.[0] ?? null;
  return {
    name,
    isWritten: lines.length > 0,
    command,
    isSingleSignOn: lines.some((line) => line.startsWith("sso_")),
  };
}

/** The section's head and lines; empty where it is not there. */
function sectionOf(file: string, name: string): readonly string[] {
  const lines = readOrNothing(file)
    .split(/\r?\n/)
    .map((line) => line.trim());
  const start = lines.findIndex((line) => line === `[${name}]` || line === `[profile ${name}]`);
  if (start === -1) return [];
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith("["));
  return lines.slice(start, length === -1 ? undefined : start + 1 + length);
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
