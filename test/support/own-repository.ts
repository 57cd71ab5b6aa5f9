import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packInto } from "../cli/package-managers.ts";
import { cleanEnv, type Env, type Ran, run } from "./run.ts";
import { GithubRun, type PullRequest, type WorkflowRun } from "./run-github-workflow.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** A repository of somebody who has Hextet as a package, and GitHub around it. */
export interface OwnRepository {
  readonly folder: string;
  readonly read: (path: string) => string;
  /** Replaces a text that stands in a file, everywhere; throws when it does not. */
  readonly edit: (path: string, from: string | RegExp, to: string) => void;
  /** Runs a line of a shell in the folder, as the docs have it; any exit code is an answer. */
  readonly shell: (line: string, env?: Env) => Promise<Ran>;
  readonly commit: (message: string) => Promise<void>;
  /** Runs the committed workflow for a branch. */
  readonly pullRequest: (branch: string, more?: Partial<PullRequest>) => Promise<WorkflowRun>;
  /** The bodies of the pull request's comments, each with who wrote it. */
  readonly comments: () => readonly { readonly by: string; readonly body: string }[];
  readonly remove: () => void;
}

/**
 * Packs Hextet into an empty repository, as `hextet-<version>.tgz`; what comes then is up to the test. `programs` are
 * scripts that stand before all others on the PATH.
 */
export async function ownRepository(
  env: Env = {},
  programs: Readonly<Record<string, string>> = {},
): Promise<OwnRepository> {
  const scratch = mkdtempSync(join(tmpdir(), "hextet-own-"));
  const folder = join(scratch, "network");
  const bin = join(scratch, "bin");
  const comments = join(scratch, "comments.json");
  for (const one of [folder, bin, join(scratch, "runs")]) mkdirSync(one);
  await packInto(folder);
  // Somebody has quoted the mark, which makes it no comment of the workflow's.
  const quoted = { id: 1, user: { login: "mallory" }, body: "<!-- hextet diff --> mine" };
  writeFileSync(comments, JSON.stringify([quoted, { ...quoted, id: 2 }, { ...quoted, id: 3 }]));
  for (const [name, script] of Object.entries({ gh: ghStub(), ...programs })) {
    writeFileSync(join(bin, name), script);
    chmodSync(join(bin, name), 0o755);
  }
  const { PATH = "", ...rest } = { ...cleanEnv(), ...env };
  const around: Env = {
    ...rest,
    PATH: `${bin}:${PATH}`,
    GH_COMMENTS: comments,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_AUTHOR_NAME: "x",
    GIT_AUTHOR_EMAIL: "x@example.com",
    GIT_COMMITTER_NAME: "x",
    GIT_COMMITTER_EMAIL: "x@example.com",
    CHECKPOINT_DISABLE: "1",
    NO_COLOR: "1",
  };
  const path = (name: string) => join(folder, name);
  const shell = (line: string, more: Env = {}) =>
    run("bash", ["-c", line], {
      cwd: folder,
      env: { ...around, ...more },
      timeout: 1_200_000,
      accept: Array.from({ length: 256 }, (_, code) => code),
    });
  const mustRun = async (line: string) => {
    const ran = await shell(line);
    if (ran.status !== 0) throw new Error(`${line}: ${ran.status}\n${ran.stdout}${ran.stderr}`);
  };
  return {
    folder,
    read: (name) => readFileSync(path(name), "utf8"),
    edit: (name, from, to) => {
      const before = readFileSync(path(name), "utf8");
      const after = before.replaceAll(typeof from === "string" ? from : new RegExp(from, "gm"), () => to);
      if (after === before) throw new Error(`${String(from)} does not stand in ${name}`);
      writeFileSync(path(name), after);
    },
    shell,
    commit: (message) => mustRun(`git add -A && git commit -qm "${message}"`),
    pullRequest: (branch, more) =>
      GithubRun.of(readFileSync(path(".github/workflows/hextet.yml"), "utf8"), {
        repository: folder,
        branch,
        scratch: join(scratch, "runs"),
        isFork: false,
        vars: {},
        env: around,
        credentials: {},
        ...more,
      }),
    comments: () =>
      JSON.parse(readFileSync(comments, "utf8")).map(
        ({ user, body }: { user: { login: string }; body: string }) => ({ by: user.login, body }),
      ),
    remove: () => rmSync(scratch, { recursive: true }),
  };
}

function ghStub(): string {
  const tsx = import.meta.resolve("tsx");
  const stub = join(ROOT, "test/support/gh-stub.ts");
  return `#!/bin/sh\nexec ${JSON.stringify(process.execPath)} --import ${tsx} ${stub} "$@"\n`;
}
