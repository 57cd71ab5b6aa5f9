import { existsSync, readFileSync } from "node:fs";
import { byText } from "../src/base/compare-texts.ts";

/** A file that a new rule needs, with its whole text. */
export interface NewFile {
  /** Relative to the repository. */
  readonly path: string;
  readonly text: string;
}

const HEAD = `apiVersion: hextet/v1
name: sample
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    app: { addressing: dual-stack, internet: none, slot: 0 }
`;

/**
 * The rule, its line in the topic's list and its two blueprints, as a beginning that passes the checks: it finds fault
 * with a tier of the name "todo". `root` ends in a slash. Throws when the topic is none, and when the id is no kebab-case or is there already.
 */
export function newRuleFiles(root: string, topic: string, id: string): readonly NewFile[] {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id))
    throw new Error(`"${id}" is no kebab-case id of several words`);
  if (existsSync(`${root}test/rules/${id}`))
    throw new Error(`test/rules/${id} is there already: an id is never used again`);
  const list = `src/rules/${topic}/${topic}-rules.ts`;
  return [
    { path: `src/rules/${topic}/${id}.ts`, text: ruleText(root, topic, id) },
    { path: list, text: withRule(readFileSync(root + list, "utf8"), id) },
    { path: `test/rules/${id}/good.yaml`, text: HEAD },
    {
      path: `test/rules/${id}/bad.yaml`,
      text: `${HEAD}    todo: { addressing: dual-stack, internet: none, slot: 1 } # ! ${id}\n`,
    },
  ];
}

function ruleText(root: string, topic: string, id: string): string {
  const { file, facts, fact } = firstFact(root, topic);
  return `import { ${facts} } from "../../aws/facts/${file}.ts";
import type { Rule } from "../rule.ts";

/** TODO: what holds, in a few words. */
export const ${camelCase(id)}: Rule<"${id}"> = {
  id: "${id}",
  severity: "warning",
  title: "TODO: one sentence that says what must hold.",
  why: "TODO: what happens on AWS otherwise. Two to five sentences for the person who met the finding.",
  sources: [${facts}.${fact}],
  check(network, report) {
    for (const { name, path } of network.tiers) {
      if (name !== "todo") continue;
      report(path, \`tier "\${name}" is still to be done\`, "write what to write instead");
    }
  },
};
`;
}

/** The topics whose facts stand in a file of another name. */
const FACTS_OF: Readonly<Record<string, string>> = { endpoints: "vpc-endpoints", hooks: "provider" };

/** A fact of the topic's own: which one the rule rests on, its author says. */
function firstFact(root: string, topic: string): { file: string; facts: string; fact: string } {
  const file = (Object.hasOwn(FACTS_OF, topic) ? FACTS_OF[topic] : null) ?? topic;
  const text = readFileSync(`${root}src/aws/facts/${file}.ts`, "utf8");
  const [, facts, fact] = /export const (\w+) = factsOf\(\{\n {2}(\w+): \{/.exec(text) ?? [];
  if (facts === undefined || fact === undefined) throw new Error(`src/aws/facts/${file}.ts has no fact`);
  return { file, facts, fact };
}

/** The topic's list with the rule in its place; the formatter lays it out. */
function withRule(list: string, id: string): string {
  const imports = [...list.matchAll(/^import \{ (\w+) \} from "\.\/(.*)\.ts";$/gm)];
  const rules = [
    ...imports.map(([, name = "", file = ""]) => ({ name, file })),
    { name: camelCase(id), file: id },
  ];
  const sorted = rules.sort(byText(({ file }) => file));
  const head = /\n\/\*\*.*\*\/\nexport const \w+ = /.exec(list)?.[0];
  if (head === undefined || imports.length === 0) throw new Error("the list is not as it was known");
  const lines = sorted.map(({ name, file }) => `import { ${name} } from "./${file}.ts";\n`);
  return `${lines.join("")}${head}[${sorted.map(({ name }) => name).join(", ")}] as const;\n`;
}

function camelCase(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
