import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import type { Path } from "../../base/path.ts";
import type { RuleConditions } from "../../model/types/listeners.ts";
import type { Rule } from "../rule.ts";

/** Characters that a condition does not take, and the words for those that it takes. */
interface Characters {
  readonly others: RegExp;
  readonly words: string;
}

const HOST: Characters = { others: /[^\w.*?-]/, words: "letters, digits, - _ . * and ?" };
const PATH: Characters = {
  others: /[^\w.$/~"'@:+;&*?-]/,
  words: "letters, digits, _ - . $ / ~ \" ' @ : + ; & * and ?",
};
// A percent sign begins an encoded character, and a backslash takes its meaning from a wildcard.
const QUERY: Characters = {
  others: /[^\w.$/~"'@:+&()!,;=*?%\\-]/,
  words: "letters, digits, _ - . $ / ~ \" ' @ : + & ( ) ! , ; = * and ?, all else such as %20",
};
const HEADER: Characters = { others: /[^ -~]/, words: "the letters, digits and signs of ASCII, in one line" };

/** Conditions are written in characters that they can have. */
export const listenerRuleConditionText: Rule<"listener-rule-condition-text"> = {
  id: "listener-rule-condition-text",
  severity: "error",
  title: "Values of a listener rule's conditions have no characters that Elastic Load Balancing refuses.",
  why: "Each kind of condition takes certain characters only, and Elastic Load Balancing refuses a rule with others (“contains a character that is not valid”), after the load balancer has been made. Terraform's plan does not know them.",
  sources: [loadBalancingFacts.ruleConditionCharacters],
  check({ loadBalancers }, report) {
    const listeners = loadBalancers.flatMap((balancer) => balancer.listeners);
    for (const rule of listeners.flatMap(({ rules }) => rules)) {
      for (const { path, text, characters } of textsOf(rule.conditions)) {
        const [wrong] = characters.others.exec(text) ?? [];
        if (wrong === undefined) continue;
        report(
          [...rule.path, ...path],
          `${JSON.stringify(text)} has ${JSON.stringify(wrong)}, which Elastic Load Balancing refuses there`,
          `it takes ${characters.words}`,
        );
      }
    }
  },
};

function textsOf({ hosts, paths, headers, query }: RuleConditions) {
  const named = (key: string, list: RuleConditions["headers"], characters: Characters) =>
    list.flatMap(({ name, values }) => listed([key, name], values, characters));
  return [
    ...listed(["hostHeader"], hosts, HOST),
    ...listed(["pathPattern"], paths, PATH),
    ...named("httpHeader", headers, HEADER),
    ...named("queryString", query, QUERY),
  ];
}

function listed(path: Path, texts: readonly string[], characters: Characters) {
  return texts.map((text, index) => ({ path: [...path, index], text, characters }));
}
