import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identifier } from "../../../src/model/databases/identifiers.ts";
import { shortHash } from "../../../src/model/names.ts";

const NAME = fc.stringMatching(/^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/);

describe("identifiers of databases and caches", () => {
  it("are the stack's name and the parts", () => {
    expect(identifier("shop", ["orders"], 63)).toBe("shop-orders");
    expect(identifier("shop", ["ledger", "one"], 63)).toBe("shop-ledger-one");
  });

  it("have no two hyphens in a row, and are told apart nevertheless", () => {
    expect(identifier("shop", ["a--b"], 63)).toBe(`shop-a-b-${shortHash("shop-a--b")}`);
    expect(identifier("shop", ["a--b"], 63)).not.toBe(identifier("shop", ["a---b"], 63));
  });

  it("keep AWS's rules, whatever the author's names", () => {
    fc.assert(
      fc.property(
        NAME,
        fc.array(NAME, { minLength: 1, maxLength: 2 }),
        fc.constantFrom(40, 50, 63),
        (...args) => {
          const made = identifier(...args);
          expect(made).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
          expect(made.length).toBeLessThanOrEqual(args[2]);
        },
      ),
    );
  });
});
