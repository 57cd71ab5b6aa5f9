import { stringify } from "yaml";
import type { StackEntry } from "./stack-entry.ts";

/** Where the template of the jobs lies in the repository. */
export const GITLAB_PLAN_TEMPLATE = ".gitlab/hextet-plan.yml";

/**
 * Stacks as a child pipeline of GitLab: a job for each, which begins when those before it are done. The jobs extend
 * `.hextet-plan` of the template. GitLab refuses a pipeline without jobs, so one that says so stands for none.
 */
export function renderGitlabPipeline(stacks: readonly StackEntry[]): string {
  const jobs = stacks.map(({ name, after }) => [
    `plan ${name}`,
    {
      extends: ".hextet-plan",
      // GitLab would put a variable in the place of a dollar sign.
      variables: { HEXTET_STACK: name.replaceAll("$", "$$$$") },
      needs: after.map((one) => `plan ${one}`),
    },
  ]);
  const none = { "no stacks": { script: ["echo 'The change touches no stack.'"] } };
  const include = [{ local: GITLAB_PLAN_TEMPLATE }];
  const pipeline = stacks.length === 0 ? none : { include, ...Object.fromEntries(jobs) };
  return stringify(pipeline, { lineWidth: 0, aliasDuplicateObjects: false });
}
