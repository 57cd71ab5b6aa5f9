/** What load balancers and target groups have beside what AWS tells of them at once. */
export interface WithAttributes {
  /** Texts by names such as `idle_timeout.timeout_seconds`. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Takes one attribute; undefined when AWS has not told it. */
export function attribute(name: string): (told: WithAttributes) => string | undefined {
  return ({ attributes }) => attributes.get(name);
}
