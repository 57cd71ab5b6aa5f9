import { partitionOf } from "../../aws/partitions.ts";
import { NTP_IPV4_ADDRESS, NTP_IPV6_ADDRESS } from "../../aws/well-known-prefixes.ts";
import type { Guest } from "../types/guest.ts";
import { dockerConfiguration, environmentOf, SSM_AGENT_CONFIGURATION } from "./environment.ts";
import { legacyDhcpv6Lines } from "./legacy-dhcpv6.ts";
import { nat64Lines } from "./nat64.ts";
import { sedReplacement, shellWord } from "./quote.ts";

const APT_SOURCES = "/etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources";
/** Packages of amd64 and i386. */
const UBUNTU_ARCHIVE = "https?://([a-z0-9-]+\\.ec2\\.)?archive\\.ubuntu\\.com/ubuntu/?";
/** Those of all other architectures: a tree of its own, which a mirror of the archive has not. */
const UBUNTU_PORTS = "https?://([a-z0-9-]+\\.ec2\\.)?ports\\.ubuntu\\.com/ubuntu-ports/?";
/**
 * Where chrony reads servers from, beside its main file: on Ubuntu and Debian, and on Amazon Linux 2023. The last holds
 * what links in /run/chrony.d lead to: mended there, it does not matter when a start of the host makes the links.
 */
const CHRONY_FILES =
  "/etc/chrony/conf.d/*.conf /etc/chrony/sources.d/*.sources /etc/chrony.d/*.conf /etc/chrony.d/*.sources /usr/share/amazon-chrony-config/*.sources";

/**
 * What a Linux guest is told, as lines of any POSIX shell; none when there is nothing to tell. They hold in a script
 * that stops at errors (`set -e`) too. The package mirror is not among them: `packageMirrorLines` has it.
 */
export function shellLines(guest: Guest, region: string): readonly string[] {
  return [
    // The network first: the rest may want it.
    ...(guest.legacyDhcpv6 === null ? [] : legacyDhcpv6Lines(guest.legacyDhcpv6)),
    ...environmentLines(guest),
    ...(guest.awsDualStackEndpoints ? [...ssmAgentLines(), ...registryLines(region)] : []),
    ...(guest.timeServerIpv6 ? timeLines() : []),
    ...(guest.yumHttps ? [] : yumLines()),
    ...(guest.dockerRegistryMirror === null ? [] : dockerLines(guest.dockerRegistryMirror)),
    ...(guest.nat64 ? nat64Lines() : []),
  ];
}

/**
 * Puts the mirror into the place of Ubuntu's own archive, in both forms of apt's sources: a mirror that ends in
 * `ubuntu-ports` into that of the ports, any other into that of the archive for amd64.
 */
export function packageMirrorLines(mirror: string): readonly string[] {
  const replaced = isPortsMirror(mirror) ? UBUNTU_PORTS : UBUNTU_ARCHIVE;
  const command = `s#${replaced}#${sedReplacement(mirror)}#g`;
  return [
    "# Ubuntu packages: from the mirror.",
    `for hextet_file in ${APT_SOURCES}; do`,
    '  [ -f "$hextet_file" ] || continue',
    `  sed -i -E ${shellWord(command)} "$hextet_file"`,
    "done",
  ];
}

function environmentLines(guest: Guest): readonly string[] {
  const variables = environmentOf(guest);
  if (variables.length === 0) return [];
  const words = variables.map(({ name, value }) => shellWord(`${name}=${value}`)).join(" ");
  const inSystemd = `DefaultEnvironment=${variables.map(({ name, value }) => `"${name}=${value}"`).join(" ")}`;
  return [
    ...variables.flatMap(({ name, value, why }) => [`# ${why}.`, `export ${name}=${shellWord(value)}`]),
    "# The same for logins, for login shells and for services: each reads a file of its own.",
    `printf '%s\\n' '' ${words} >> /etc/environment`,
    "mkdir -p /etc/profile.d",
    `printf 'export %s\\n' ${words} > /etc/profile.d/aws-ipv6.sh`,
    "if [ -d /run/systemd/system ]; then",
    "  mkdir -p /etc/systemd/system.conf.d",
    `  printf '%s\\n' '[Manager]' ${shellWord(inSystemd)} > /etc/systemd/system.conf.d/50-aws-ipv6.conf`,
    `  systemctl set-environment ${words} || true`,
    "fi",
  ];
}

/** What guestFacts.ssmAgentDualStack asks for. */
function ssmAgentLines(): readonly string[] {
  return [
    "# SSM Agent, from version 3.3.3270.0 on: reach Systems Manager at its dual-stack names.",
    ...newFileLines("/etc/amazon/ssm", "amazon-ssm-agent.json", SSM_AGENT_CONFIGURATION),
    ...restartLines("amazon-ssm-agent", "snap.amazon-ssm-agent.amazon-ssm-agent"),
  ];
}

/** Elsewhere the names end differently, and nothing confirms them. */
function registryLines(region: string): readonly string[] {
  if (partitionOf(region) !== "aws") return [];
  return [`# Images of ECR over IPv6: ACCOUNT.dkr-ecr.${region}.on.aws is the registry's dual-stack name.`];
}

/** True for a mirror of Ubuntu's ports: the packages of arm64, and none of amd64. */
export function isPortsMirror(mirror: string): boolean {
  return /\/ubuntu-ports\/?$/.test(mirror);
}

/**
 * Amazon Linux 2023 keeps the IPv4 server in a file of its own: at first /etc/chrony.d/link-local.sources, in newer
 * images a link in /run/chrony.d, which every start of the host makes anew. So its target is mended, and chronyd's unit
 * takes the link away each time: an update of the package brings the target back.
 * See guestFacts.amazonLinux2023TimeSources, guestFacts.timeSyncOverIpv6 and computeFacts.linkLocalServices.
 */
function timeLines(): readonly string[] {
  const server = `server ${NTP_IPV6_ADDRESS} prefer iburst minpoll 4 maxpoll 4`;
  const ipv4 = NTP_IPV4_ADDRESS.replaceAll(".", "\\.");
  const withoutIpv4 = `grep -ls '^server ${ipv4}' /run/chrony.d/*.sources | xargs -r rm -f`;
  const dropIn = `ExecStartPre=-/bin/sh -c "${withoutIpv4.replaceAll("\\", "\\\\")}"`;
  return [
    "# Time over IPv6. AWS advises against both of its addresses at once.",
    `for hextet_file in /etc/chrony.conf /etc/chrony/chrony.conf ${CHRONY_FILES}; do`,
    '  [ -f "$hextet_file" ] || continue',
    `  sed -i 's/^server ${ipv4}/# &/' "$hextet_file"`,
    '  case "$hextet_file" in */chrony.conf)',
    `    printf '%s\\n' '' '${server}' >> "$hextet_file" ;;`,
    "  esac",
    "done",
    "if [ -f /etc/chrony.conf ]; then",
    "  mkdir -p /etc/systemd/system/chronyd.service.d",
    `  printf '%s\\n' '[Service]' ${shellWord(dropIn)} > /etc/systemd/system/chronyd.service.d/50-aws-ipv6.conf`,
    "  systemctl daemon-reload || true",
    "fi",
    "mkdir -p /etc/systemd/timesyncd.conf.d",
    `printf '%s\\n' '[Time]' 'NTP=${NTP_IPV6_ADDRESS}' > /etc/systemd/timesyncd.conf.d/50-aws-ipv6.conf`,
    ...restartLines("chronyd", "chrony", "systemd-timesyncd"),
  ];
}

function yumLines(): readonly string[] {
  return [
    "# Yum of Amazon Linux 2: its repositories have IPv6 by HTTP only.",
    "amazon-linux-https disable || true",
  ];
}

function dockerLines(mirror: string): readonly string[] {
  return [
    "# Docker: images of Docker Hub from the mirror.",
    ...newFileLines("/etc/docker", "daemon.json", dockerConfiguration(mirror)),
    ...restartLines("docker"),
  ];
}

/** Writes a file unless the image brings one: that one may say more, and is its maker's. */
function newFileLines(folder: string, name: string, content: string): readonly string[] {
  const file = `${folder}/${name}`;
  return [
    `if [ -e ${file} ]; then`,
    `  printf '%s\\n' ${shellWord(`hextet: ${file} exists and was left alone; merge this into it: ${content}`)} >&2`,
    "else",
    `  mkdir -p ${folder}`,
    `  printf '%s\\n' ${shellWord(content)} > ${file}`,
    "fi",
  ];
}

/** Restarts the services that run. */
function restartLines(...services: readonly string[]): readonly string[] {
  return services.map((service) => `systemctl try-restart ${service}.service 2> /dev/null || true`);
}
