/** The anchor of a rule on the page of all rules: `schema/unknown-key` is `schema-unknown-key`. */
export function ruleAnchor(rule: string): string {
  return rule.replaceAll("/", "-");
}
