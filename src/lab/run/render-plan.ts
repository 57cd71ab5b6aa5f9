import { parseIpv6 } from "../../base/address.ts";
import type { Listens } from "../cloud/cloud.ts";
import type { Daemon, Device, LabPlan, LabRoute, Namespace, Rule } from "../plan/lab-plan.ts";

/** A plan as the agent takes it: texts for `ip -batch` and `nft -f`, in order. */
export interface RenderedPlan {
  readonly namespaces: readonly RenderedNamespace[];
  /** Run outside of the namespaces: they make the wires. */
  readonly links: readonly string[];
}

interface RenderedNamespace {
  readonly name: string;
  readonly label: string;
  readonly sysctls: Readonly<Record<string, string>>;
  readonly ip: readonly string[];
  /** The rules once more: `ip` takes them for IPv4 unless it is told otherwise for the whole batch. */
  readonly ip6: readonly string[];
  readonly nft: string;
  /** Those that must be running before packets go: a bridge without a port never is. */
  readonly devices: readonly string[];
  /** Those that run as soon as their program does. */
  readonly tuns: readonly string[];
  /** Lines that `/proc/net/igmp6` must have: before, nobody answers who asks for the neighbours' addresses. */
  readonly groups: readonly (readonly [device: string, group: string])[];
  readonly listen: Listens;
  readonly daemons: readonly Daemon[];
}

/** The order of rules: that of the devices before that of everything else. */
const DEVICE_PRIORITY = 100;
const OTHER_PRIORITY = 200;

/** ff02::1:ff00:0 */
const SOLICITED_NODE = (0xff02n << 112n) | 0x1_ff00_0000n;

/** Writes a plan as the agent takes it. */
export function renderPlan(plan: LabPlan): RenderedPlan {
  return {
    namespaces: plan.namespaces.map((space) => ({
      name: space.name,
      label: space.label,
      sysctls: sysctls(space),
      ip: ipLines(space),
      ip6: space.rules.map(ruleLine),
      nft: space.nft.join(""),
      devices: runningDevices(space),
      tuns: space.devices.filter(({ kind }) => kind === "tun").map(({ name }) => name),
      groups: space.devices.flatMap(solicitedGroups),
      listen: space.listens,
      daemons: space.daemons,
    })),
    links: plan.links.map(
      ([a, b]) =>
        `link add name ${a.device} netns ${a.namespace} type veth peer name ${b.device} netns ${b.namespace}`,
    ),
  };
}

/** The solicited-node groups of a device's IPv6 addresses (RFC 4291, section 2.7.1), as the kernel writes them. */
function solicitedGroups({ kind, name, addresses }: Device): readonly (readonly [string, string])[] {
  if (kind !== "wire" && kind !== "bridge") return [];
  return addresses.flatMap((text) => {
    const bits = parseIpv6(text.slice(0, text.indexOf("/")));
    if (bits === null) return [];
    const group = SOLICITED_NODE | (bits & 0xff_ffffn);
    return [[name, group.toString(16)] as const];
  });
}

function runningDevices({ devices }: Namespace): readonly string[] {
  const bridges = new Set(devices.map(({ bridge }) => bridge));
  return devices.filter((one) => one.kind === "wire" || bridges.has(one.name)).map((one) => one.name);
}

function sysctls({ forwards }: Namespace): Readonly<Record<string, string>> {
  const forwarding = forwards ? "1" : "0";
  return {
    // Addresses are used at once, and only those that the plan gives.
    "net.ipv6.conf.default.accept_dad": "0",
    "net.ipv6.conf.all.accept_dad": "0",
    "net.ipv6.conf.default.addr_gen_mode": "1",
    "net.ipv6.conf.default.accept_ra": "0",
    "net.ipv6.conf.all.accept_redirects": "0",
    "net.ipv6.conf.default.accept_redirects": "0",
    "net.ipv6.conf.all.forwarding": forwarding,
    "net.ipv4.ip_forward": forwarding,
    "net.ipv4.conf.all.rp_filter": "0",
    "net.ipv4.conf.default.rp_filter": "0",
    "net.ipv4.conf.all.send_redirects": "0",
    "net.ipv4.conf.default.send_redirects": "0",
    // Ports from which Linux, Windows and AWS's own clients all may call: what lets these pass fits each of them.
    "net.ipv4.ip_local_port_range": "49152 60999",
    // Every refusal is told, however many there are.
    "net.ipv4.icmp_ratelimit": "0",
    "net.ipv6.icmp.ratelimit": "0",
    // Inside a subnet no filter of the router is asked.
    "net.bridge.bridge-nf-call-iptables": "0",
    "net.bridge.bridge-nf-call-ip6tables": "0",
  };
}

function ipLines({ devices, rules, routes }: Namespace): readonly string[] {
  return [
    "link set lo up",
    ...devices.flatMap(created),
    ...devices.flatMap(configured),
    ...rules.map(ruleLine),
    // Those without a next hop first: a next hop must be reachable.
    ...[...routes].sort((a, b) => Number(a.via !== null) - Number(b.via !== null)).map(routeLine),
  ];
}

function created({ kind, name }: Device): readonly string[] {
  if (kind === "wire" || kind === "loopback") return [];
  return [
    kind === "tun"
      ? `tuntap add dev ${name} mode tun`
      : `link add name ${name} type ${kind} mcast_snooping 0`,
  ];
}

function configured({ name, bridge, addresses }: Device): readonly string[] {
  return [
    ...(bridge === null ? [] : [`link set dev ${name} master ${bridge}`]),
    ...addresses.map(
      (address) => `address add ${address} dev ${name}${address.includes(":") ? " nodad" : ""}`,
    ),
    `link set dev ${name} up`,
  ];
}

function ruleLine({ device, table }: Rule): string {
  const from = device === null ? "" : `iif ${device} `;
  return `rule add ${from}table ${table} pref ${device === null ? OTHER_PRIORITY : DEVICE_PRIORITY}`;
}

function routeLine({ family, type, destination, via, device, table, metric }: LabRoute): string {
  const parts = [`route add ${type} ${wide(family, destination)}`];
  if (via !== null) parts.push(`via ${family === "ipv4" && via.includes(":") ? "inet6 " : ""}${via}`);
  if (device !== null) parts.push(`dev ${device}`);
  if (via !== null && !via.includes(":")) parts.push("onlink");
  // `ip` would put a local route before all others.
  parts.push(`table ${table ?? "main"}`);
  return `${parts.join(" ")} metric ${metric}`;
}

/** `default` alone would mean IPv4. */
function wide(family: LabRoute["family"], destination: string): string {
  if (destination !== "default") return destination;
  return family === "ipv4" ? "0.0.0.0/0" : "::/0";
}
