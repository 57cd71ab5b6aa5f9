import fc from "fast-check";
import { anyPlace, type Drawn, only, pick, rarely, sometimes, type Tree } from "./tree.ts";

const VOLUMES = [
  { sizeGib: 20 },
  { sizeGib: 50, type: "gp3", iops: 4000, encrypted: false },
  { sizeGib: 100, type: "io2", iops: 5000 },
  { sizeGib: 10, type: "gp2" },
] as const;
const METADATA = [
  { ipv6: true },
  { httpTokens: "required", httpPutResponseHopLimit: 64, instanceMetadataTags: true },
  { ipv6: true, httpPutResponseHopLimit: 1 },
] as const;
const USER_DATA = ["#!/bin/sh\necho ${HOME} %{if}\n", "hello", "ü\n"] as const;
const GUESTS = [
  { awsDualStackEndpoints: true },
  { timeServerIpv6: true, format: "cloud-init" },
  { packageMirror: "https://mirror.example.com/ubuntu" },
  { nat64: true },
] as const;

/** What is drawn of a host beside where it stands. */
export const hostSettingsDraft = sometimes(
  fc.record({
    host: anyPlace,
    rootVolume: sometimes(fc.constantFrom(...VOLUMES)),
    metadata: sometimes(fc.constantFrom(...METADATA)),
    userData: sometimes(fc.constantFrom(...USER_DATA)),
    guest: sometimes(fc.constantFrom(...GUESTS)),
    image: fc.constantFrom(
      { ami: { id: "ami-0123abc" } },
      { ami: undefined, os: "amazon-linux-2023" },
      { ami: undefined, os: "ubuntu-24.04" },
      { ami: { ssmParameter: "/example/image" } },
    ),
    keyPair: rarely(30),
    profile: sometimes(fc.constantFrom([], ["AmazonSSMManagedInstanceCore"])),
    isTemplate: fc.boolean(),
  }),
);
type HostSettings = Drawn<typeof hostSettingsDraft>;

/** `compute` with more said of one host; an auto scaling group may have it from a launch template. */
export function withHostSettings(draft: HostSettings, compute: Tree | undefined): Tree | undefined {
  if (draft === null || compute === undefined) return compute;
  const hosts = Object.entries(compute).flatMap(([kind, map]) =>
    Object.keys(Object(map)).map((name) => ({ kind, name })),
  );
  const host = pick(hosts, draft.host);
  if (host === null) return compute;
  const section = Object(compute[host.kind]);
  const changed = { ...section[host.name], ...settingsOf(draft) };
  const isMoved = draft.isTemplate && host.kind === "autoScalingGroups";
  const { subnets, minSize, maxSize, ...template } = changed;
  const moved = { launchTemplate: "shared", subnets, minSize, maxSize };
  return {
    ...compute,
    [host.kind]: { ...section, [host.name]: isMoved ? moved : changed },
    launchTemplates: isMoved ? { shared: template } : undefined,
    keyPairs: draft.keyPair ? { admin: { publicKey: "ssh-ed25519 AAAA you@example.com" } } : undefined,
    instanceProfiles: draft.profile === null ? undefined : only("role", { managedPolicies: draft.profile }),
  };
}

/** What the guest is told goes before a script only. */
function settingsOf(draft: NonNullable<HostSettings>): Tree {
  const { rootVolume, metadata, userData, guest, image } = draft;
  const isScript = userData === null || userData.startsWith("#!");
  const said = { rootVolume, metadata, userData, guest: isScript ? guest : null };
  return {
    ...image,
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)),
    keyPair: draft.keyPair ? "admin" : undefined,
    instanceProfile: draft.profile === null ? undefined : "role",
  };
}
