import { isRecord, parseJson, valueIn } from "../../base/untrusted-json.ts";
import { GITLAB_PLAN_TEMPLATE } from "../../reports/stacks/render-gitlab-pipeline.ts";
import { SCHEMA_FILE } from "../package-folder.ts";
import { VERSION } from "../version.ts";
import { githubWorkflow } from "./github-workflow.ts";
import { gitlabPipeline, gitlabPlanTemplate } from "./gitlab-pipeline.ts";

/** What somebody who starts a repository wants in it. */
export interface RepositoryChoice {
  /** Of the repository's package, as npm takes it. */
  readonly packageName: string;
  /** Null: there are blueprints already. */
  readonly blueprint: { readonly name: string; readonly text: string } | null;
  readonly github: boolean;
  readonly gitlab: boolean;
  readonly preCommit: boolean;
  readonly cdktfCli: boolean;
}

/** A file of the repository. */
export interface RepositoryFile {
  /** From the repository's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** True: without what it says the commands do not work. */
  readonly isNeeded: boolean;
  /** What a file that is there already lacks, for people; null when it does as well. */
  readonly lacks: (existing: string) => string | null;
}

const APP = "node node_modules/hextet/src/app.js";
const PTY = "@cdktf/node-pty-prebuilt-multiarch";
/** The command of CDKTF, and what stands in for a library of it that has no binary after Node 22. */
const CDKTF_PACKAGES = { [PTY]: "npm:@lydell/node-pty@1.1.0", "cdktf-cli": "0.21.0" };

/** Every file of a new repository, by path. */
export function repositoryFiles(choice: RepositoryChoice): readonly RepositoryFile[] {
  const { blueprint, github, gitlab, preCommit } = choice;
  const files = [
    cdktfConfig(),
    manifest(choice),
    gitignore(),
    other(".gitattributes", GITATTRIBUTES),
    other(".vscode/settings.json", json(VSCODE_SETTINGS)),
    other(
      ".vscode/extensions.json",
      json({ recommendations: ["redhat.vscode-yaml", "hashicorp.terraform"] }),
    ),
    ...(blueprint === null ? [] : [firstBlueprint(blueprint)]),
    ...(github ? [other(".github/workflows/hextet.yml", githubWorkflow)] : []),
    ...(gitlab
      ? [other(".gitlab-ci.yml", gitlabPipeline), other(GITLAB_PLAN_TEMPLATE, gitlabPlanTemplate)]
      : []),
    ...(preCommit ? [other(".pre-commit-config.yaml", PRE_COMMIT)] : []),
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function cdktfConfig(): RepositoryFile {
  const config = {
    language: "typescript",
    app: APP,
    output: "generated",
    projectId: "hextet",
    sendCrashReports: "false",
  };
  const lacks = (existing: string) =>
    valueIn(parseJson(existing), "app") === APP ? null : `"app": ${JSON.stringify(APP)}`;
  return { path: "cdktf.json", text: json(config), isNeeded: true, lacks };
}

function manifest({ packageName, cdktfCli }: RepositoryChoice): RepositoryFile {
  const packages = { ...(cdktfCli ? CDKTF_PACKAGES : {}), hextet: VERSION };
  const overrides = { [PTY]: `$${PTY}` };
  const text = json({
    name: packageName,
    private: true,
    devDependencies: packages,
    ...(cdktfCli ? { overrides } : {}),
  });
  const lacks = (existing: string) => {
    const found = parseJson(existing);
    if (!isRecord(found)) return "a JSON object";
    const dependencies = [valueIn(found, "dependencies"), valueIn(found, "devDependencies")];
    const missing = Object.entries(packages).filter(
      ([name]) => !dependencies.some((some) => valueIn(some, name) !== undefined),
    );
    const wanted = missing.map(([name, version]) => `devDependencies ${JSON.stringify(name)}: "${version}"`);
    if (cdktfCli && valueIn(found, "overrides", PTY) === undefined)
      wanted.push(`overrides "${PTY}": "$${PTY}"`);
    return wanted.length === 0 ? null : wanted.join(", ");
  };
  return { path: "package.json", text, isNeeded: true, lacks };
}

function gitignore(): RepositoryFile {
  const lines = GITIGNORE.trimEnd().split("\n");
  const lacks = (existing: string) => {
    const there = new Set(existing.split(/\r?\n/).map((line) => line.trim()));
    const missing = lines.filter((line) => !line.startsWith("#") && !there.has(line));
    return missing.length === 0 ? null : `the lines ${missing.join(" ")}`;
  };
  return { path: ".gitignore", text: GITIGNORE, isNeeded: false, lacks };
}

function firstBlueprint({ name, text }: { readonly name: string; readonly text: string }): RepositoryFile {
  const lacks = (existing: string) => (existing === text ? null : "what this command would write");
  return { path: `blueprints/${name}.yaml`, text, isNeeded: true, lacks };
}

/** A file that is as good as it is, once it is there. */
function other(path: string, text: string): RepositoryFile {
  return {
    path,
    text,
    isNeeded: false,
    lacks: (existing) => (existing === text ? null : "what this command would write"),
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const VSCODE_SETTINGS = {
  "yaml.schemas": {
    [`./node_modules/hextet/${SCHEMA_FILE}`]: ["blueprints/**/*.yaml", "blueprints/**/*.yml"],
  },
};

// hextet check compares bytes, and a checkout on Windows would change them.
const GITATTRIBUTES = `* text=auto eol=lf
package-lock.json linguist-generated=true
`;

// A state holds secrets. The lock files of the providers are not here: they are committed.
const GITIGNORE = `node_modules/
.terraform/
terraform.tfstate.d/
*.tfstate
*.tfstate.*
*.tfplan
`;

const PRE_COMMIT = `repos:
  - repo: local
    hooks:
      - id: hextet
        name: blueprints are valid, and generated/ is what they say
        entry: npx --no hextet check
        language: system
        files: ^(blueprints/|generated/|cdktf\\.json$)
        pass_filenames: false
`;
