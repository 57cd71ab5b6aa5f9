import { addressingFacts } from "../../aws/facts/addressing.ts";
import { type FixedAddress, fixedAddresses } from "../../model/compute/fixed-addresses.ts";
import type { Rule } from "../rule.ts";

/** An address belongs to one host. */
export const fixedAddressTwice: Rule<"fixed-address-twice"> = {
  id: "fixed-address-twice",
  severity: "error",
  title: "No two things have the same chosen address.",
  why: "An address stands on one network interface of its subnet. EC2 refuses to launch the second host, after the first has been made.",
  sources: [addressingFacts.addressOnOneInterface],
  check(network, report) {
    const owners = new Map<string, FixedAddress>();
    for (const fixed of fixedAddresses(network)) {
      if (fixed.number === null) continue;
      const key = `${fixed.subnet.id} ${fixed.text.includes(":")} ${fixed.number}`;
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, fixed);
      else report(fixed.path, `address "${fixed.text}" is taken by "${owner.text}" of ${owner.owner}`);
    }
  },
};
