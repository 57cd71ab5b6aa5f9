import { describe, expect, test } from "vitest";
import { powershellLines } from "../../../src/model/guests/powershell.ts";
import { sampleGuest, TOLD } from "../../support/sample-guest.ts";

const HOSTILE = "https://e.example/'\u2019$(id)`n\"</powershell>{(";

/** The lines without the texts in quotes: here nothing can run them, so that only their build is looked at. */
function skeleton(lines: readonly string[]): string {
  return lines
    .filter((line) => !line.startsWith("#"))
    .join("\n")
    .replace(/'(?:[^'\u2018-\u201b]|(['\u2018-\u201b])\1)*'/gu, "''")
    .replace(/"(?:[^"`]|`.)*"/g, '""');
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

describe.each([
  ["everything", { ...TOLD }],
  ["hostile values", { ...TOLD, dockerRegistryMirror: HOSTILE }],
  ["Windows Server 2008", { legacyDhcpv6: "windowsServer2008" as const }],
])("the lines for %s", (_, settings) => {
  const lines = powershellLines(sampleGuest({ platform: "windows", ...settings }));
  const built = skeleton(lines);

  test("close what they open", () => {
    for (const [open, close] of ["()", "{}", "[]"].map((pair) => [...pair])) {
      expect(count(built, open ?? "")).toBe(count(built, close ?? ""));
    }
    expect(count(built, "'") % 2).toBe(0);
    expect(count(built, '"') % 2).toBe(0);
  });

  test("do not end the block that they stand in", () => {
    expect(lines.join("\n")).not.toContain("</");
  });

  test("use no variable that they do not set", () => {
    const used = lines.join("\n").match(/\$hextet\w+/g) ?? [];
    const set = lines.join("\n").match(/^\$hextet\w+(?= =)/gm) ?? [];
    expect([...new Set(used)].sort()).toEqual([...new Set(set)].sort());
  });
});

test("each setting stands for itself", () => {
  const told = (settings: Parameters<typeof sampleGuest>[0]) =>
    powershellLines(sampleGuest({ platform: "windows", ...settings })).join("\n");
  expect(told({})).toBe("");
  expect(told({ imdsIpv6: true })).toContain(
    "SetEnvironmentVariable('AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE', 'IPv6', 'Machine')",
  );
  expect(told({ timeServerIpv6: true })).toContain(
    "w32tm /config /manualpeerlist:fd00:ec2::123 /syncfromflags:manual /update",
  );
  expect(told({ awsDualStackEndpoints: true })).toContain('{"Agent":{"UseDualStackEndpoint":true}}');
  expect(told({ legacyDhcpv6: "windowsServer2008" })).toContain(
    'netsh interface ipv6 add address "Local Area',
  );
  expect(told({ legacyDhcpv6: "ubuntu16", packageMirror: "https://m.example.com", yumHttps: false })).toBe(
    "",
  );
});
