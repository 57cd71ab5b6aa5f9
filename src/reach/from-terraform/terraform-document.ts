import type { ConfigurationModule } from "./configuration.ts";

/** One resource, or data source, of a plan or state: as it is after the plan is applied. */
export interface TerraformResource {
  /** With modules and keys, such as `module.vpc["a"].aws_subnet.private[0]`. */
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  /** The module it stands in, keys and all; empty: the root module. */
  readonly module: string;
  /** Its key of `count` or `for_each`; null: it has neither. */
  readonly key: string | number | null;
  readonly values: Readonly<Record<string, unknown>>;
  /** In the shape of the values: true where a value is known only after apply. */
  readonly unknown: unknown;
}

/** What a plan or a state holds. */
export interface TerraformDocument {
  readonly kind: "plan" | "state";
  /** Sorted by address. Of a plan: what there will be; data sources that were read are among them. */
  readonly resources: readonly TerraformResource[];
  /** What a plan deletes or changes, as it was before. */
  readonly former: readonly TerraformResource[];
  /** Null: a state has none. */
  readonly configuration: ConfigurationModule | null;
  /** The values of the root module's variables. */
  readonly variables: unknown;
  /** The region that the provider is set to; null: not known. */
  readonly providerRegion: string | null;
  /** Sentences: what it does not say although it lies in the configuration. */
  readonly gaps: readonly string[];
}

/** What is wrong with a document: one line, and what to do. */
export interface DocumentMistake {
  readonly message: string;
  readonly hint: string;
}
