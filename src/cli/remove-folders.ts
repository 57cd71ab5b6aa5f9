import { lstatSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Terraform's own files, which it makes again by `terraform init`. */
const REMAKABLE = new Set([".terraform", ".terraform.lock.hcl"]);

/** True for what Terraform puts into a stack's folder and makes again. */
export function isRemakable(name: string): boolean {
  return REMAKABLE.has(name);
}

/** Removes a folder, with the folders in it, as far as there is nothing else in them. */
export function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name));
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Removes the folder of a stack that is gone, unless something is in it that Terraform cannot make again. */
export function removeStackFolder(folder: string): void {
  if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  if (readdirSync(folder).every(isRemakable)) rmSync(folder, { recursive: true });
}
