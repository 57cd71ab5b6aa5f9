import { nameOf } from "../../importer/blueprint/names.ts";

/** What is wrong with the name of a blueprint in an option, with one that could be taken; null where nothing is. */
export function nameMistake(option: string, name: string): string | null {
  const near = nameOf(name);
  if (near === name && name !== "") return null;
  const hint = near === "" ? "" : `; ${JSON.stringify(near)} would be one`;
  return `${option} ${JSON.stringify(name)}: a name has up to 32 small letters a to z, digits and hyphens, and begins with a letter${hint}`;
}
