import { keptThings } from "../aws/kept-things.ts";
import { valueIn } from "../base/untrusted-json.ts";
import { isOn } from "./argument-differences.ts";
import type { Body, StackOutput } from "./types.ts";

/** Addresses, sorted, of what stays in the stack and loses a protection from destruction: Terraform's or AWS's own. */
export function unprotectedBy(before: StackOutput, after: StackOutput): readonly string[] {
  return [...after.resources]
    .filter(([address, body]) => {
      const old = before.resources.get(after.moved.get(address) ?? address);
      if (old === undefined) return false;
      const type = address.slice(0, address.indexOf("."));
      const now = protectionsOf(type, body);
      return protectionsOf(type, old).some((one) => !now.includes(one));
    })
    .map(([address]) => address)
    .sort();
}

/** Of other types `prevent_destroy` is there for the time of a migration. */
function protectionsOf(type: string, body: Body): readonly string[] {
  const { isProtected, guard } = keptThings[type] ?? {};
  const isKept = isProtected === true && valueIn(body, "lifecycle", "prevent_destroy") === true;
  return [
    ...(isKept ? ["prevent_destroy"] : []),
    ...(guard !== undefined && isOn(body, guard) ? [guard] : []),
  ];
}
