import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { userDataOf } from "../../../src/model/guests/user-data.ts";
import type { Guest } from "../../../src/model/types/guest.ts";
import { sampleGuest, TOLD } from "../../support/sample-guest.ts";

const REGION = "eu-west-1";

function textOf(guest: Partial<Guest>, written: string | null): string | null {
  const { text, problem } = userDataOf(sampleGuest(guest), REGION, written);
  expect(problem).toBeNull();
  return text;
}

function problemOf(guest: Partial<Guest>, written: string): string {
  const { text, problem } = userDataOf(sampleGuest(guest), REGION, written);
  expect(text).toBeNull();
  return `${problem?.message} (${problem?.hint})`;
}

const ENDPOINTS = { awsDualStackEndpoints: true } as const;
const BASH = "#!/bin/bash -e\ndnf -y install nginx\n";
const CONFIG = "#cloud-config\npackages: [nginx]\n";

describe("the whole text", () => {
  const cases: readonly (readonly [file: string, guest: Partial<Guest>, written: string | null])[] = [
    ["linux.sh", TOLD, null],
    ["nat64.sh", { nat64: true }, null],
    ["linux-before-the-authors.sh", ENDPOINTS, BASH],
    ["amazon-linux-2.sh", { yumHttps: false }, BASH],
    ["amazon-linux-before-2016-09.sh", { legacyDhcpv6: "amazonLinuxBefore201609" }, null],
    ["ubuntu-14.sh", { legacyDhcpv6: "ubuntu14" }, null],
    ["ubuntu-16.sh", { legacyDhcpv6: "ubuntu16" }, null],
    ["rhel-6.sh", { legacyDhcpv6: "rhel6" }, null],
    ["rhel-7-before-7-4.sh", { legacyDhcpv6: "rhel7Before74" }, null],
    ["rhel-7-from-7-4.sh", { legacyDhcpv6: "rhel7From74" }, null],
    ["cloud-init.txt", { ...TOLD, format: "cloud-init" }, CONFIG],
    ["cloud-init-not-ascii.txt", { ...ENDPOINTS, format: "cloud-init" }, "#!/bin/sh\necho caf\u00e9\n"],
    ["windows.ps1", { ...TOLD, platform: "windows" }, "<powershell>\nWrite-Host 'hello'\n</powershell>\n"],
    ["windows-2008.ps1", { platform: "windows", legacyDhcpv6: "windowsServer2008" }, null],
    ["windows-batch.txt", { ...ENDPOINTS, platform: "windows" }, "<script>\necho hello\n</script>\n"],
  ];

  test.each(cases)("%s", async (file, guest, written) => {
    await expect(textOf(guest, written)).toMatchFileSnapshot(join(import.meta.dirname, "golden", file));
  });
});

describe("the author's own", () => {
  test.each([null, BASH, CONFIG, "hello", "<powershell>x</powershell>"])(
    "is left as it is when there is nothing to tell: %j",
    (written) => {
      for (const platform of ["linux", "windows"] as const) {
        for (const format of ["script", "cloud-init"] as const) {
          expect(textOf({ platform, format }, written)).toBe(written);
        }
      }
    },
  );

  test.each([
    "#!/bin/bash",
    "#!/bin/sh -eu",
    "#! /usr/bin/env bash",
    "#!/usr/bin/env -S bash -x",
    "#!/bin/dash",
  ])("names the shell: %s", (first) => {
    const lines = textOf(ENDPOINTS, `${first}\necho mine`)?.split("\n") ?? [];
    expect(lines[0]).toBe(first);
    expect(lines.at(-1)).toBe("echo mine");
    expect(lines.indexOf("export AWS_USE_DUALSTACK_ENDPOINT='true'")).toBeGreaterThan(0);
  });

  test.each([
    CONFIG,
    "#!/usr/bin/python3\nprint(1)\n",
    "#!/usr/bin/env node\n",
    "echo hello\n",
    "<powershell>",
  ])("must be a shell script to follow in one: %j", (written) => {
    expect(problemOf(ENDPOINTS, written)).toBe(
      "userData is no shell script: what guest says cannot go before it (begin it with #!/bin/bash, or write guest.format: cloud-init)",
    );
  });

  test.each(["echo hello\n", "<powershell>"])("must be known to cloud-init to be its part: %j", (written) => {
    expect(problemOf({ ...ENDPOINTS, format: "cloud-init" }, written)).toBe(
      "userData is nothing that cloud-init knows: what guest says cannot go before it (begin it with #!, #cloud-config or another word that cloud-init knows)",
    );
  });

  test.each([BASH, CONFIG, "#!/usr/bin/python3\nprint(1)\n", "MIME-Version: 1.0\n\nx"])(
    "is the last part of a multipart: %j",
    (written) => {
      const text = textOf({ ...ENDPOINTS, format: "cloud-init" }, written);
      expect(text?.endsWith(`${written}\n--==hextet==--\n`)).toBe(true);
    },
  );

  test.each([BASH, "Write-Host 'hello'", "version: 1.1\ntasks: []\n"])(
    "must have a block that Windows runs: %j",
    (written) => {
      expect(problemOf({ ...ENDPOINTS, platform: "windows" }, written)).toBe(
        "userData has no block that Windows runs: what guest says cannot go before it (put it between <powershell> and </powershell>)",
      );
    },
  );

  test("keeps what stands around its PowerShell block, and text that means something to a replacement", () => {
    const written = "<PowerShell>$& $1\n</PowerShell>\n<persist>true</persist>";
    const text = textOf({ ...ENDPOINTS, platform: "windows" }, written) ?? "";
    expect(text.match(/<powershell>/gi)).toHaveLength(1);
    expect(text.endsWith("# --- The author's own ---\n$& $1\n</PowerShell>\n<persist>true</persist>")).toBe(
      true,
    );
  });
});

describe("ECR's dual-stack name", () => {
  test.each([
    ["ap-southeast-2", "ACCOUNT.dkr-ecr.ap-southeast-2.on.aws"],
    ["cn-north-1", undefined],
    ["us-gov-west-1", undefined],
  ])("of %s is told as %s", (region, name) => {
    const { text } = userDataOf(sampleGuest(ENDPOINTS), region, null);
    expect(/ACCOUNT\S+/.exec(text ?? "")?.[0]).toBe(name);
  });
});

test("an apt setting of the author's stands after Hextet's, so that it wins", () => {
  const text = textOf({ ...TOLD, format: "cloud-init" }, "#cloud-config\napt: { primary: [] }\n") ?? "";
  expect(text.indexOf("mirror.example.com")).toBeGreaterThan(0);
  expect(text.indexOf("mirror.example.com")).toBeLessThan(text.indexOf("apt: { primary: [] }"));
  expect(text).not.toContain("sed -i -E 's#https");
});
