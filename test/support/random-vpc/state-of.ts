/** The values of a resource in a state. */
export type StateValues = Readonly<Record<string, unknown>>;

/** A state in the making. */
export interface StateInMaking {
  /** Adds a resource and gives its id, which is drawn up from the word unless the values have one. */
  readonly add: (type: string, word: string, values: StateValues) => string;
  /** What `terraform show -json` says of it. */
  readonly json: () => object;
}

/** An empty state. */
export function startState(): StateInMaking {
  const resources: object[] = [];
  return {
    add(type, word, values) {
      const number = resources.length.toString(16).padStart(17, "0");
      const id = typeof values["id"] === "string" ? values["id"] : `${word}-${number}`;
      const name = `r${resources.length}`;
      const address = `${type}.${name}`;
      resources.push({ address, mode: "managed", type, name, values: { ...values, id } });
      return id;
    },
    json: () => ({
      format_version: "1.0",
      terraform_version: "1.11.4",
      values: { root_module: { resources } },
    }),
  };
}
