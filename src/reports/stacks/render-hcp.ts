import type { Backend } from "../../model/types/terraform-settings.ts";
import { stringifySafely } from "../findings/render-findings.ts";
import type { StackEntry } from "./stack-entry.ts";

type InHcp = Extract<Backend, { kind: "cloud" | "remote" }>;

/** Source workspaces of one workspace: https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run-triggers */
const MOST_SOURCES = 20;

/**
 * Stacks as workspaces of HCP Terraform: Terraform JSON for the provider `hashicorp/tfe`, with a run trigger for each
 * stack that another comes after. A text says why there can be none.
 */
export function renderHcp(
  stacks: readonly StackEntry[],
): { readonly text: string } | { readonly refused: string } {
  const refused = refusalOf(stacks);
  if (refused !== null) return { refused };
  const inHcp = stacks.flatMap((stack) =>
    isInHcp(stack.backend) ? [{ stack, backend: stack.backend }] : [],
  );
  const projects = inHcp.flatMap(({ stack: { name }, backend }) =>
    projectOf(backend) === null ? [] : [[name, projectData(backend)]],
  );
  const triggers = stacks.flatMap(({ name, after }) => after.map((source) => triggerOf(name, source)));
  const workspaces = inHcp.map(({ stack, backend }) => [stack.name, workspaceOf(stack, backend)]);
  const [host = "app.terraform.io"] = inHcp.map(({ backend }) => backend.hostname);
  const shape = {
    terraform: { required_providers: { tfe: { source: "hashicorp/tfe" } } },
    provider: { tfe: { hostname: templateless(host) } },
    variable: { vcs_repo: VCS_REPO },
    ...(projects.length === 0 ? {} : { data: { tfe_project: Object.fromEntries(projects) } }),
    resource: {
      tfe_workspace: Object.fromEntries(workspaces),
      ...(triggers.length === 0 ? {} : { tfe_run_trigger: Object.fromEntries(triggers) }),
    },
  };
  return { text: `${stringifySafely(shape)}\n` };
}

const VCS_REPO = {
  description: "The repository that all workspaces watch; null: runs are started by hand or through the API.",
  type: "object({ identifier = string, branch = optional(string), oauth_token_id = optional(string), github_app_installation_id = optional(string) })",
  default: null,
};

/** Null: nothing is in the way. */
function refusalOf(stacks: readonly StackEntry[]): string | null {
  const elsewhere = stacks.filter(({ backend }) => !isInHcp(backend)).map(({ name }) => name);
  if (elsewhere.length > 0)
    return `these stacks have no workspace, because terraform.backend of their blueprint is neither cloud nor remote: ${elsewhere.join(", ")}`;
  const hosts = [...new Set(stacks.flatMap(({ backend }) => (isInHcp(backend) ? [backend.hostname] : [])))];
  if (hosts.length > 1) return `the workspaces are on several hosts: ${hosts.sort().join(", ")}`;
  const crowded = stacks.find(({ after }) => after.length > MOST_SOURCES);
  return crowded === undefined
    ? null
    : `"${crowded.name}" comes after ${crowded.after.length} stacks, and HCP Terraform triggers a workspace by ${MOST_SOURCES} others at most`;
}

function isInHcp(backend: Backend): backend is InHcp {
  return backend.kind === "cloud" || backend.kind === "remote";
}

function projectOf(backend: InHcp): string | null {
  return backend.kind === "cloud" ? backend.project : null;
}

function projectData(backend: InHcp) {
  return { name: templateless(projectOf(backend) ?? ""), organization: templateless(backend.organization) };
}

function workspaceOf({ name, description, folder }: StackEntry, backend: InHcp) {
  return {
    name: templateless(backend.workspace),
    organization: templateless(backend.organization),
    ...(projectOf(backend) === null ? {} : { project_id: expression(`data.tfe_project.${name}.id`) }),
    ...(description === "" ? {} : { description: templateless(description) }),
    working_directory: templateless(folder),
    file_triggers_enabled: true,
    trigger_patterns: [`/${templateless(folder)}/*`],
    dynamic: {
      vcs_repo: {
        for_each: expression("var.vcs_repo[*]"),
        content: {
          identifier: expression("vcs_repo.value.identifier"),
          branch: expression("vcs_repo.value.branch"),
          oauth_token_id: expression("vcs_repo.value.oauth_token_id"),
          github_app_installation_id: expression("vcs_repo.value.github_app_installation_id"),
        },
      },
    },
  };
}

function triggerOf(name: string, source: string) {
  return [
    `${source}_${name}`,
    {
      workspace_id: expression(`tfe_workspace.${name}.id`),
      sourceable_id: expression(`tfe_workspace.${source}.id`),
    },
  ];
}

/** What Terraform works out. */
function expression(text: string): string {
  return `\${${text}}`;
}

/** Terraform reads templates in the strings of its JSON too. */
function templateless(text: string): string {
  return text.replaceAll("${", () => "$${").replaceAll("%{", "%%{");
}
