import { isRecord, valueIn } from "../base/untrusted-json.ts";
import { referencesIn } from "./references-in.ts";
import type { StackOutput } from "./types.ts";

/**
 * Addresses of the resources of which Terraform makes a new one before it destroys the old one: those that say so
 * (`create_before_destroy`), and all that they refer to or wait for, however far, whether these say so or not.
 */
export function madeFirst({ resources, data }: StackOutput): ReadonlySet<string> {
  const found = new Set(
    [...resources]
      .filter(([, body]) => valueIn(body, "lifecycle", "create_before_destroy") === true)
      .map(([address]) => address),
  );
  // What is added on the way is visited too.
  for (const address of found) {
    for (const to of namedIn(resources.get(address) ?? data.get(address)))
      if (resources.has(to) || data.has(to)) found.add(to);
  }
  return found;
}

function namedIn(value: unknown): readonly string[] {
  if (typeof value === "string") return referencesIn(value).map(({ to }) => to);
  if (Array.isArray(value)) return value.flatMap(namedIn);
  return isRecord(value) ? Object.values(value).flatMap(namedIn) : [];
}
