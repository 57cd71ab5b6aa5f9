import { byName } from "../../base/compare-texts.ts";
import type { Path } from "../../base/path.ts";
import type { AddressFamily } from "../../base/prefix.ts";
import type {
  Blueprint,
  NetworkAcl as WrittenAcl,
  NetworkAclEntry as WrittenEntry,
} from "../../blueprint/blueprint.generated.ts";
import {
  type Context,
  checkReference,
  isElsewhere,
  present,
  readCidr,
  report,
  sortedEntries,
} from "../context.ts";
import type { Declared } from "../declared.ts";
import { awsStackName, displayName } from "../names.ts";
import type { Direction, NetworkAcl, NetworkAclEntry } from "../types/filtering.ts";
import type { Vpc } from "../types/subnets.ts";
import { blocksOf, type EntryPeer, entriesOfBlocks, type WideEntry } from "./entries-of-blocks.ts";
import { type PresetEntry, presetEntries } from "./network-acl-presets.ts";
import { networkAclProtocol, portsOf } from "./protocols.ts";

const FAMILIES: readonly AddressFamily[] = ["ipv4", "ipv6"];
const DIRECTIONS: readonly Direction[] = ["ingress", "egress"];

/** The network ACLs, sorted by name, presets written out. */
export function normaliseNetworkAcls(
  context: Context,
  blueprint: Blueprint,
  declared: Declared,
): readonly NetworkAcl[] {
  const names = declared.tiers.map((tier) => tier.name);
  return sortedEntries(blueprint.network.networkAcls).map(([name, written]): NetworkAcl => {
    const path: Path = ["network", "networkAcls", name];
    const tiers = written.subnets.filter((tier, index) =>
      checkReference(context, "subnet tier", tier, names, [...path, "subnets", index]),
    );
    return {
      name,
      path,
      displayName: displayName(awsStackName(blueprint), name),
      tiers,
      preset: written.preset ?? null,
      subnets: declared.tiers
        .filter((tier) => tiers.includes(tier.name))
        .flatMap((tier) => tier.subnets.map((subnet) => subnet.id)),
      entries: readEntries(context, name, written, path, declared.vpc),
      tags: written.tags,
    };
  });
}

function readEntries(
  context: Context,
  acl: string,
  written: WrittenAcl,
  path: Path,
  vpc: Vpc,
): readonly NetworkAclEntry[] {
  const preset = written.preset === undefined ? [] : presetEntries(written.preset);
  const fromPreset = preset.flatMap((entry) =>
    // The families take turns in a preset's numbers.
    entriesOfBlocks(vpc, fromPresetEntry(acl, entry, [...path, "preset"]), FAMILIES.length),
  );
  const own = DIRECTIONS.flatMap((direction) =>
    sortedEntries(written[direction]).map(([name, entry]) => {
      const entryPath = [...path, direction, name];
      checkNameIsFree(context, fromPreset, direction, name, entryPath);
      return readEntry(context, acl, { direction, name }, entry, entryPath, vpc);
    }),
  );
  const ownEntries = present(own).flatMap((entry) => entriesOfBlocks(vpc, entry, 1));
  return [...fromPreset, ...ownEntries].sort(byDirectionAndNumber);
}

function byDirectionAndNumber(a: NetworkAclEntry, b: NetworkAclEntry): number {
  if (a.direction !== b.direction) return a.direction === "ingress" ? -1 : 1;
  return a.ruleNumber - b.ruleNumber || byName(a, b);
}

function fromPresetEntry(acl: string, entry: PresetEntry, path: Path): WideEntry {
  return { ...entry, id: `${acl}_${entry.direction}_${entry.name}`, path, action: "allow", fromPreset: true };
}

function readEntry(
  context: Context,
  acl: string,
  { direction, name }: { readonly direction: Direction; readonly name: string },
  written: WrittenEntry,
  path: Path,
  vpc: Vpc,
): WideEntry | null {
  const peer = readPeer(context, written, [...path, "cidr"], vpc);
  if (peer === null) return null;
  const { icmpType, icmpCode } = written;
  return {
    id: `${acl}_${direction}_${name}`,
    name,
    path,
    direction,
    ruleNumber: written.ruleNumber,
    action: written.action,
    protocol: networkAclProtocol(written.protocol),
    protocolText: String(written.protocol),
    peer,
    ports: portsOf(written.ports),
    icmp: icmpType === undefined || icmpCode === undefined ? null : { type: icmpType, code: icmpCode },
    fromPreset: false,
  };
}

function readPeer(context: Context, { cidr }: WrittenEntry, path: Path, vpc: Vpc): EntryPeer | null {
  if (cidr.cidrIpv4 !== undefined) return readBlock(context, cidr.cidrIpv4, [...path, "cidrIpv4"], "ipv4");
  if (cidr.cidrIpv6 !== undefined) return readBlock(context, cidr.cidrIpv6, [...path, "cidrIpv6"], "ipv6");
  const family = cidr.vpcIpv4 !== undefined ? "ipv4" : "ipv6";
  if (blocksOf(vpc, family).length === 0) {
    report(
      context,
      "model/no-vpc-block",
      path,
      "the VPC has no IPv6 block",
      "give network.vpc.ipv6 a source, or write the block out",
    );
    return null;
  }
  return { kind: "vpc", family };
}

function readBlock(context: Context, text: string, path: Path, family: AddressFamily): EntryPeer | null {
  if (isElsewhere(text)) return { kind: "cidr-elsewhere", family, text };
  const cidr = readCidr(context, text, path, family);
  return cidr === null ? null : { kind: "cidr", family, cidr };
}

function checkNameIsFree(
  context: Context,
  preset: readonly NetworkAclEntry[],
  direction: Direction,
  name: string,
  path: Path,
): void {
  if (!preset.some((entry) => entry.direction === direction && entry.name === name)) return;
  report(
    context,
    "model/reserved-name",
    path,
    `"${name}" is the name of an entry of the preset`,
    "choose another name",
  );
}
