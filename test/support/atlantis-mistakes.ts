import { Ajv } from "ajv";
import { parse } from "yaml";
import { at, listAt, textAt } from "./json.ts";

const text = { type: "string", minLength: 1 };
const yes = { type: "boolean" };
const texts = { type: "array", items: text };

/**
 * The keys of a repo-level atlantis.yaml that Hextet could write, with their types, as Atlantis documents them. Its reader
 * refuses every key that it does not know: https://www.runatlantis.io/docs/repo-level-atlantis-yaml
 */
const SCHEMA = {
  type: "object",
  required: ["version"],
  additionalProperties: false,
  properties: {
    version: { enum: [2, 3] },
    automerge: yes,
    parallel_plan: yes,
    parallel_apply: yes,
    abort_on_execution_order_fail: yes,
    delete_source_branch_on_merge: yes,
    projects: {
      type: "array",
      items: {
        type: "object",
        required: ["dir"],
        additionalProperties: false,
        properties: {
          name: text,
          dir: text,
          branch: text,
          workspace: text,
          workflow: text,
          terraform_version: text,
          terraform_distribution: { enum: ["terraform", "opentofu"] },
          execution_order_group: { type: "integer" },
          depends_on: texts,
          delete_source_branch_on_merge: yes,
          autoplan: {
            type: "object",
            additionalProperties: false,
            properties: { enabled: yes, when_modified: texts },
          },
        },
      },
    },
  },
};

const matches = new Ajv({ allErrors: true }).compile(SCHEMA);

/** What Atlantis's reader has against an atlantis.yaml: wrong keys and types, names, folders, and what projects wait for. */
export function atlantisMistakes(yaml: string): readonly string[] {
  const config: unknown = parse(yaml);
  if (!matches(config))
    return (matches.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  const projects = listAt(config, "projects");
  const names = projects.map((one) => textAt(one, "name"));
  return projects.flatMap((one, index) => [
    ...nameMistakes(names, index).map((why) => `projects.${index}.name: ${why}`),
    ...(/\.\.|[*?[]/.test(textAt(one, "dir")) ? [`projects.${index}.dir: a pattern, or outside`] : []),
    ...waitedFor(one)
      .filter((other) => !names.includes(other))
      .map((other) => `projects.${index}.depends_on: there is no project ${JSON.stringify(other)}`),
  ]);
}

function nameMistakes(names: readonly string[], index: number): readonly string[] {
  const name = names[index] ?? "";
  const quoted = JSON.stringify(name);
  return [
    ...(names.indexOf(name) < index ? [`${quoted} is there twice`] : []),
    // What a query of a URL has as it is; a slash may stand in it.
    ...(/^[\w.~/-]+$/.test(name) ? [] : [`${quoted} has characters that a URL escapes`]),
  ];
}

function waitedFor(project: unknown): readonly string[] {
  return at(project, "depends_on") === undefined ? [] : listAt(project, "depends_on").map(String);
}
