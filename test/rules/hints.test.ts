import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import { normalise } from "../../src/model/normalise.ts";
import { judge } from "../../src/rules/judge.ts";

/** Hints that are computed from the blueprint: what each says about a line of the corpus. */
const HINTS: readonly (readonly [file: string, line: number, hint: string])[] = [
  ["cidr-not-canonical/bad.yaml", 6, 'write "10.20.0.0/16"'],
  ["cidr-not-canonical/bad.yaml", 13, 'write "2001:db8:0:100::/56"'],
  ["fixed-address-outside-subnet/bad.yaml", 16, 'write the host part alone: "::a"'],
  ["instance-type-unknown/bad-misspelled.yaml", 12, 'if it is misspelled: did you mean "t4g.small"?'],
  ["ipv6-address-count-too-high/bad.yaml", 14, "ask for at most 2, or take a larger type"],
  ["slot-out-of-range/bad.yaml", 11, "write a slot from 0 to 15"],
  ["slot-overlap/bad.yaml", 12, "write slot: 0"],
  ["slot-overlap/bad-automatic.yaml", 10, "write slot: 0 into the newer of the two"],
  ["subnet-ipv4-outside-vpc/bad.yaml", 13, 'take one within "10.20.0.0/16"'],
  ["subnet-ipv4-prefix-length/bad.yaml", 13, 'write "10.20.1.0/28"'],
  ["user-data-ipv4-only-name/bad-ecr.yaml", 14, "write 123456789012.dkr-ecr.eu-west-1.on.aws"],
  [
    "user-data-too-long/bad-guest.yaml",
    15,
    "put the script into S3 and fetch it: what guest says is counted too",
  ],
  ["vpc-ipv4-prefix-length/bad.yaml", 6, 'write "10.0.0.0/16"'],
];

test.each(HINTS)("%s, line %i: %s", (file, line, hint) => {
  const { blueprint, source } = readBlueprint(file, readFileSync(join(import.meta.dirname, file), "utf8"));
  const network = blueprint && normalise(blueprint).network;
  const findings = network === null ? [] : judge(network, "2026-11-21");
  const onLine = findings.filter(({ at }) => source.locate(at).line === line);
  expect(onLine.map((finding) => finding.hint)).toEqual([hint]);
});
