import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { legacyDhcpv6Lines } from "../../../src/model/guests/legacy-dhcpv6.ts";
import { packageMirrorLines, shellLines } from "../../../src/model/guests/shell.ts";
import type { LegacyImage } from "../../../src/model/types/guest.ts";
import { runOnGuest } from "../../support/guest-root.ts";
import { sampleGuest, TOLD } from "../../support/sample-guest.ts";

const LEGACY = [
  "amazonLinuxBefore201609",
  "ubuntu14",
  "ubuntu16",
  "rhel6",
  "rhel7Before74",
  "rhel7From74",
] as const satisfies readonly LegacyImage[];
const SHELLCHECK = "shellcheck";
const hasShellcheck = spawnSync(SHELLCHECK, ["--version"]).status === 0;
if (!hasShellcheck) process.stderr.write("shellcheck not found: shells alone judge the user data\n");
const PORTS = "URIs: http://ports.ubuntu.com/ubuntu-ports\n";
const IPV4_TIME = "server 169.254.169.123 prefer iburst minpoll 4 maxpoll 4\n";
const HOSTILE = "https://e.example/'$(id)`id`\"&\\1#|;\u2019";

const told = [...shellLines(sampleGuest(TOLD), "eu-west-1"), ...packageMirrorLines(TOLD.packageMirror)];
const hostile = [
  ...shellLines(sampleGuest({ ...TOLD, dockerRegistryMirror: HOSTILE }), "eu-west-1"),
  ...packageMirrorLines(HOSTILE),
];
const scripts: readonly (readonly [string, string])[] = [
  ["everything", told.join("\n")],
  ["hostile values", hostile.join("\n")],
  ...LEGACY.map((image) => [image, legacyDhcpv6Lines(image).join("\n")] as const),
];

describe.each(scripts)("the lines for %s", (_, lines) => {
  test.each(["bash", "sh"])("are what %s can read", (shell) => {
    const { status, stderr } = spawnSync(shell, ["-n"], { input: lines, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

// Not skipped but left out where there is no shellcheck: the shells above judge the same text.
if (hasShellcheck) {
  test.each(scripts)("the lines for %s please shellcheck", (_, lines) => {
    // SC2016, SC1112: what stands in single quotes is not for this shell to read.
    const args = ["--shell=sh", "--exclude=SC2016,SC1112", "--format=gcc", "-"];
    const { stdout } = spawnSync(SHELLCHECK, args, { input: `${lines}\n`, encoding: "utf8" });
    expect(stdout).toBe("");
  });
}

const strict = (lines: readonly string[]) => ["set -eu", ...lines, ""].join("\n");

describe("on a guest", () => {
  test("every file and service is told, also under set -eu", () => {
    const ubuntu = "deb http://eu-west-1.ec2.archive.ubuntu.com/ubuntu/ noble main\n";
    const security = "deb http://security.ubuntu.com/ubuntu noble-security main\n";
    const { status, stderr, calls, files } = runOnGuest(strict(told), {
      "/etc/environment": 'PATH="/usr/bin"',
      "/etc/chrony/chrony.conf": "server 169.254.169.123 prefer iburst minpoll 4 maxpoll 4\n",
      "/etc/apt/sources.list": ubuntu + security,
      "/etc/apt/sources.list.d/ubuntu.sources": "URIs: http://archive.ubuntu.com/ubuntu\n",
      "/etc/apt/sources.list.d/arm64.sources": PORTS,
      "/run/systemd/system/x": "",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const variables = ["AWS_USE_DUALSTACK_ENDPOINT=true", "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE=IPv6"];
    expect(files["/etc/environment"]).toBe(`PATH="/usr/bin"\n${variables.join("\n")}\n`);
    expect(files["/etc/profile.d/aws-ipv6.sh"]).toBe(variables.map((line) => `export ${line}\n`).join(""));
    expect(files["/etc/systemd/system.conf.d/50-aws-ipv6.conf"]).toBe(
      `[Manager]\nDefaultEnvironment=${variables.map((line) => `"${line}"`).join(" ")}\n`,
    );
    expect(files["/etc/amazon/ssm/amazon-ssm-agent.json"]).toBe('{"Agent":{"UseDualStackEndpoint":true}}\n');
    expect(files["/etc/docker/daemon.json"]).toBe('{"registry-mirrors":["https://registry.example.com"]}\n');
    expect(files["/etc/chrony/chrony.conf"]).toBe(
      "# server 169.254.169.123 prefer iburst minpoll 4 maxpoll 4\n\nserver fd00:ec2::123 prefer iburst minpoll 4 maxpoll 4\n",
    );
    expect(files["/etc/systemd/timesyncd.conf.d/50-aws-ipv6.conf"]).toBe("[Time]\nNTP=fd00:ec2::123\n");
    expect(files["/etc/apt/sources.list"]).toBe(
      `deb https://mirror.example.com/ubuntu noble main\n${security}`,
    );
    expect(files["/etc/apt/sources.list.d/ubuntu.sources"]).toBe("URIs: https://mirror.example.com/ubuntu\n");
    // A mirror of the archive has no packages for arm64.
    expect(files["/etc/apt/sources.list.d/arm64.sources"]).toBe(PORTS);
    expect(calls).toEqual([
      `systemctl set-environment ${variables.join(" ")}`,
      "systemctl try-restart amazon-ssm-agent.service",
      "systemctl try-restart snap.amazon-ssm-agent.amazon-ssm-agent.service",
      "systemctl try-restart chronyd.service",
      "systemctl try-restart chrony.service",
      "systemctl try-restart systemd-timesyncd.service",
      "amazon-linux-https disable",
      "systemctl try-restart docker.service",
    ]);
  });

  test("a mirror of the ports takes the place of the ports, and not of the archive", () => {
    const archive = "deb http://archive.ubuntu.com/ubuntu noble main\n";
    const regional = "deb http://eu-west-1.ec2.ports.ubuntu.com/ubuntu-ports/ noble main\n";
    const lines = packageMirrorLines("https://mirror.example.com/ubuntu-ports");
    const { files } = runOnGuest(strict(lines), {
      "/etc/apt/sources.list": archive + regional,
      "/etc/apt/sources.list.d/arm64.sources": PORTS,
    });
    expect(files["/etc/apt/sources.list"]).toBe(
      `${archive}deb https://mirror.example.com/ubuntu-ports noble main\n`,
    );
    expect(files["/etc/apt/sources.list.d/arm64.sources"]).toBe(
      "URIs: https://mirror.example.com/ubuntu-ports\n",
    );
  });

  const time = shellLines(sampleGuest({ timeServerIpv6: true }), "eu-west-1");
  const main = "sourcedir /run/chrony.d\nsourcedir /etc/chrony.d\n";

  test("Amazon Linux 2023 of 2023 forgets the time server of IPv4 in its own file", () => {
    const own = "/etc/chrony.d/link-local.sources";
    const { status, files } = runOnGuest(strict(time), { "/etc/chrony.conf": main, [own]: IPV4_TIME });
    expect(status).toBe(0);
    expect(files[own]).toBe(`# ${IPV4_TIME}`);
    expect(files["/etc/chrony.conf"]).toBe(
      `${main}\nserver fd00:ec2::123 prefer iburst minpoll 4 maxpoll 4\n`,
    );
  });

  test("Amazon Linux 2023 of today loses it at every start of chronyd, and nothing else", () => {
    const unit = "/etc/systemd/system/chronyd.service.d/50-aws-ipv6.conf";
    // What systemd does with the line: a leading "-" forgives failure, double quotes and backslashes are as in a shell.
    const start = `eval "$(sed -n 's/^ExecStartPre=-//p' ${unit})"\nls /run/chrony.d > /etc/left`;
    const { status, stderr, files, calls } = runOnGuest(strict([...time, start]), {
      "/etc/chrony.conf": main,
      "/run/chrony.d/amazon-pool.sources": "pool time.aws.com iburst\n",
      "/run/chrony.d/link-local-ipv4.sources": IPV4_TIME,
      "/run/chrony.d/link-local-ipv6.sources": "server fd00:ec2::123 prefer iburst\n",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(files["/etc/left"]).toBe("amazon-pool.sources\nlink-local-ipv6.sources\n");
    expect(calls.indexOf("systemctl daemon-reload")).toBeLessThan(
      calls.indexOf("systemctl try-restart chronyd.service"),
    );
    expect(calls).toContain("systemctl daemon-reload");
  });

  test("Amazon Linux 2023 of today has no server of IPv4 to link to, whenever a start makes the link", () => {
    const target = "/usr/share/amazon-chrony-config/link-local-ipv4_unspecified.sources";
    const pool = "/usr/share/amazon-chrony-config/amazon-pool_aws.sources";
    const { status, files } = runOnGuest(strict(time), {
      "/etc/chrony.conf": main,
      [target]: IPV4_TIME,
      [pool]: "pool time.aws.com iburst\n",
    });
    expect(status).toBe(0);
    expect(files[target]).toBe(`# ${IPV4_TIME}`);
    expect(files[pool]).toBe("pool time.aws.com iburst\n");
  });

  test("hostile values arrive as they are, and run nothing", () => {
    const files = {
      "/etc/environment": "",
      "/etc/apt/sources.list": "deb http://archive.ubuntu.com/ubuntu x\n",
    };
    const ran = runOnGuest(strict(hostile), files);
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(ran.files["/etc/docker/daemon.json"] ?? "")).toEqual({
      "registry-mirrors": [HOSTILE],
    });
    expect(ran.files["/etc/apt/sources.list"]).toBe(`deb ${HOSTILE} x\n`);
  });

  test("configuration that the image brings is left alone, and said so", () => {
    const files = { "/etc/amazon/ssm/amazon-ssm-agent.json": "{}\n", "/etc/docker/daemon.json": "{}\n" };
    const ran = runOnGuest(strict(told), files);
    expect(ran.files).toMatchObject(files);
    expect(ran.stderr.match(/exists and was left alone; merge this into it: \{/g)).toHaveLength(2);
    expect(ran.status).toBe(0);
  });
});
