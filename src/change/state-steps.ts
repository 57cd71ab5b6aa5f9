import { listOf, parseJson, textOf, valueIn } from "../base/untrusted-json.ts";
import type { StackOutput } from "./types.ts";

/**
 * What a person does so that a stack of another name finds the state that it had, from the project's folder. `output` is the
 * folder of the output. Commands stand in backquotes.
 */
export function stateSteps(before: StackOutput, after: StackOutput, output: string): readonly string[] {
  const [old, next] = [before, after].map(({ name }) => `${output}/stacks/${name}`);
  const lock = `\`git mv ${old}/.terraform.lock.hcl ${next}/\` where that file is committed`;
  const init = `\`terraform -chdir=${next} init\``;
  if (before.settings.state === after.settings.state)
    return [lock, `${init}: the backend is the same, and finds the state there`];
  const files = [before, after].map((stack) => localFile(stack, output));
  const [from, to] = files;
  if (typeof from === "string" && typeof to === "string")
    return [lock, `\`mkdir -p ${quote(folderOf(to))} && mv ${quote(from)} ${quote(to)}\``, init];
  return [
    lock,
    `\`mv ${old}/.terraform ${next}/\`; where nobody has initialised that folder, run \`terraform -chdir=${old} init\` at the commit before the rename first`,
    `\`terraform -chdir=${next} init -migrate-state\``,
  ];
}

/** The file of a local state, from the project's folder; null for another backend. */
function localFile({ name, settings }: StackOutput, output: string): string | null {
  const [backend] = listOf(parseJson(settings.state));
  const path = textOf(valueIn(backend, "local", "path"));
  if (path === null) return null;
  return path.startsWith("/") ? path : joined(`${output}/stacks/${name}/${path}`);
}

/** A path without `.` and with no more `..` than its beginning needs. */
function joined(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return `${path.startsWith("/") ? "/" : ""}${steps.join("/")}`;
}

/** The folder of a file. */
function folderOf(file: string): string {
  const slash = file.lastIndexOf("/");
  return slash < 0 ? "." : file.slice(0, slash) || "/";
}

/** As one word of a POSIX shell. */
function quote(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
