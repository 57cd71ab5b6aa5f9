/** Files that Terraform merges into the blocks of the others: `override.tf`, and what ends in `_override.tf`. */
export function isOverrideFile(name: string): boolean {
  return /^(?:.*_)?override\.tf(?:\.json)?$/.test(name);
}
