import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import { normalise } from "../../src/model/normalise.ts";
import { judge } from "../../src/rules/judge.ts";

/** What all rules say about a blueprint of the corpus. */
function messagesOf(file: string): readonly string[] {
  const { blueprint } = readBlueprint(file, readFileSync(join(import.meta.dirname, file), "utf8"));
  const network = blueprint && normalise(blueprint).network;
  if (network === null) throw new Error(`${file} is no network`);
  return judge(network, "2026-11-21").map(({ message }) => message);
}

test("user data that is too long says by how much, Hextet's own part counted", () => {
  const [own] = messagesOf("user-data-too-long/bad.yaml");
  const bytes = Number(/is (\d+) bytes/.exec(own ?? "")?.[1]);
  expect(own).toBe(`user data is ${bytes} bytes long, ${bytes - 16384} more than the 16384 that EC2 takes`);
  // The author's own part is 12 bytes and 160 lines of 100.
  const [guest] = messagesOf("user-data-too-long/bad-guest.yaml");
  const all = Number(/is (\d+) bytes/.exec(guest ?? "")?.[1]);
  expect(all).toBeGreaterThan(16_384);
  expect(guest).toBe(`user data is ${all} bytes long, ${all - 16384} more than the 16384 that EC2 takes`);
});

test("a name without IPv6 is told with the tier that reaches no IPv4", () => {
  expect(messagesOf("user-data-ipv4-only-name/bad-private-nat.yaml")).toEqual([
    'github.com has no IPv6, and hosts of tier "app" reach no IPv4',
  ]);
});

test("a guest setting of another system names both systems", () => {
  expect(messagesOf("guest-os-mismatch/bad.yaml")).toEqual(
    expect.arrayContaining([
      "guest.packageMirror is for Ubuntu, and this host has amazon-linux-2023",
      "guest.yumHttps is for Amazon Linux 2, and this host has windows-server-2022",
      "guest.yumHttps is for Amazon Linux 2, and this host has an AMI of Windows",
      "guest.legacyDhcpv6 is for Linux, and this host has windows-server-2022",
    ]),
  );
});
