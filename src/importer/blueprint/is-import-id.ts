import { importIds } from "../../aws/import-ids.ts";

/** True for an id as AWS gives it to a resource of the Terraform type: a state may hold anything. */
export function isImportId(type: string, id: string): boolean {
  return importIds[type]?.pattern.test(id) === true;
}
