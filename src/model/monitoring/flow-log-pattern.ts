/**
 * The pattern that CloudWatch Logs holds against the records of a flow log with these fields: one word for each field
 * in the record's own order, with the value that it must have where one is asked for. A field that the record does not
 * have is passed over. Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function flowLogPattern(fields: readonly string[], match: Readonly<Record<string, string>>): string {
  const words = fields.map((field) => {
    const value = Object.hasOwn(match, field) ? match[field] : undefined;
    return value === undefined ? patternWord(field) : `${patternWord(field)}="${value}"`;
  });
  return `[${words.join(", ")}]`;
}

/** The word that stands for a flow log field in a pattern, where names have no hyphens. */
export function patternWord(field: string): string {
  return field.replaceAll("-", "_");
}
