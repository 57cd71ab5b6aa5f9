/** A resource or data source that a text refers to. */
export interface Reference {
  /** Its address, such as `aws_vpc.main` or `data.aws_ami.web`. */
  readonly to: string;
  /** Empty where the whole is meant. */
  readonly attribute: string;
}

/** The references in a text: `${aws_vpc.main.id}`, also inside of functions. */
export function referencesIn(text: string): readonly Reference[] {
  // Escaped, it is the author's text; a trigger is a reference without braces.
  const code = /^[\w.[\]"-]+$/.test(text) ? [text] : (text.replaceAll("$${", "").match(/\$\{[^}]*\}/g) ?? []);
  return code.flatMap((part) =>
    [...part.matchAll(/\b((?:data\.)?[a-z][a-z0-9_]*\.[\w-]+)(?:\[[^\]]*\])?(?:\.(\w+))?/g)].map(
      ([, to = "", attribute = ""]) => ({ to, attribute }),
    ),
  );
}
