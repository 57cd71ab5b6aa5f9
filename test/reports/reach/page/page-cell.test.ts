import { expect, it } from "vitest";
import type { Attempt, Passage, Trace, Verdict } from "../../../../src/reach/walk/trace.ts";
import { pageCell } from "../../../../src/reports/reach/page/page-cell.ts";

type Tried = readonly [name: string, family: "ipv4" | "ipv6" | "nat64", verdict: Passage];

function attemptOf([name, family, verdict]: Tried): Attempt {
  const isTranslated = family === "nat64";
  return {
    ...{ name, verdict, isTranslated, family: isTranslated ? "ipv6" : family },
    ...{ fromSubnet: "a", toSubnet: null, hops: [] },
  };
}

/** The families of a cell: `IPv6 yes, IPv4 no`. */
function familiesOf(verdict: Verdict, ...tried: readonly Tried[]): string {
  const query = { from: { kind: "internet" }, to: { kind: "internet" }, protocol: "tcp", port: 443 } as const;
  const trace: Trace = { query, verdict, dns: [], attempts: tried.map(attemptOf) };
  return pageCell(trace, 0)
    .families.map(({ name, passes }) => `${name} ${passes}`)
    .join(", ");
}

it.each<readonly [string, Verdict, readonly Tried[]]>([
  [
    "IPv6 yes, IPv4 no",
    "some",
    [
      ["a", "ipv4", "no"],
      ["a", "ipv6", "yes"],
    ],
  ],
  [
    "IPv6 yes, NAT64 yes",
    "reaches",
    [
      ["a", "nat64", "yes"],
      ["a", "ipv6", "yes"],
    ],
  ],
  // From two zones.
  [
    "IPv4 some",
    "some",
    [
      ["a", "ipv4", "no"],
      ["a", "ipv4", "yes"],
    ],
  ],
  [
    "IPv4 unknown",
    "unknown",
    [
      ["a", "ipv4", "yes"],
      ["a", "ipv4", "unknown"],
    ],
  ],
  // The second name is used only where a client is set to use it.
  [
    "IPv4 yes",
    "reaches",
    [
      ["s3", "ipv4", "yes"],
      ["s3.dualstack", "ipv4", "unknown"],
    ],
  ],
  [
    "IPv6 unknown, IPv4 unknown",
    "unknown",
    [
      ["s3", "ipv4", "no"],
      ["d", "ipv4", "unknown"],
      ["d", "ipv6", "unknown"],
    ],
  ],
  // Both names are needed.
  [
    "IPv4 some",
    "blocked",
    [
      ["api", "ipv4", "yes"],
      ["registry", "ipv4", "no"],
    ],
  ],
])("a cell says %s of a connection that %s", (families, verdict, tried) => {
  expect(familiesOf(verdict, ...tried)).toBe(families);
});
