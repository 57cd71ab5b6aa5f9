/** Since when the AWS provider has an argument, as far as published bindings show it. */
export interface ArgumentVersions {
  /** The last version known to lack it. */
  readonly absentIn: string;
  /** The first version known to have it; of those between the two nothing is known. */
  readonly presentIn: string;
  /** The npm packages that were read. */
  readonly source: string;
}
