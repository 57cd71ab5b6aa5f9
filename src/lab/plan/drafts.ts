import type { AddressFamily } from "../../base/prefix.ts";
import type { Listens } from "../cloud/cloud.ts";
import type { Daemon, Device, LabRoute, LinkEnd, Namespace, Rule } from "./lab-plan.ts";

/** The link-local address of the inner end of every wire, and of every VPC router. */
export const INNER = "fe80::1";
/** The link-local address of the outer end of every wire. */
export const OUTER = "fe80::2";

const SILENT: Listens = { any: false, tcp: [], udp: [] };

/** A namespace while the plan is made. */
export class Draft implements Namespace {
  readonly devices: Device[] = [];
  readonly rules: Rule[] = [];
  readonly routes: LabRoute[] = [];
  readonly nft: string[] = [];
  readonly daemons: Daemon[] = [];
  listens: Listens = SILENT;
  forwards = false;
  readonly name: string;
  readonly label: string;

  constructor(name: string, label: string) {
    this.name = name;
    this.label = label;
  }

  /** Adds a device. */
  device(
    kind: Device["kind"],
    name: string,
    addresses: readonly string[],
    bridge: string | null = null,
  ): void {
    this.devices.push({ kind, name, addresses, bridge });
  }

  /** A route by a device, to a next hop or to whoever is there. */
  route(
    family: AddressFamily,
    destination: string,
    device: string,
    via: string | null,
    where: { readonly table?: number; readonly metric?: number } = {},
  ): void {
    const { table = null, metric = 100 } = where;
    this.routes.push({ family, type: "unicast", destination, via, device, table, metric });
  }

  /** A route that drops what it gets. */
  drop(family: AddressFamily, destination: string, table: number | null, metric: number): void {
    this.routes.push({ family, type: "blackhole", destination, via: null, device: null, table, metric });
  }

  /** Makes every address of a block one of this namespace. */
  answer(family: AddressFamily, destination: string): void {
    const metric = 1000;
    this.routes.push({ family, type: "local", destination, via: null, device: "lo", table: null, metric });
  }
}

/** All namespaces and wires while the plan is made. */
export class Drafts {
  readonly namespaces: Draft[] = [];
  readonly links: (readonly [LinkEnd, LinkEnd])[] = [];

  /** A new namespace. */
  add(label: string): Draft {
    const draft = new Draft(`n${this.namespaces.length}`, label);
    this.namespaces.push(draft);
    return draft;
  }

  /** A wire between two namespaces whose ends have link-local addresses: that of the VPC's side is INNER. */
  connect(inner: Draft, innerDevice: string, outer: Draft, outerDevice: string): void {
    this.wire(inner, innerDevice, outer, outerDevice);
    inner.device("wire", innerDevice, [`${INNER}/64`]);
    outer.device("wire", outerDevice, [`${OUTER}/64`]);
  }

  /** A wire whose ends the caller describes. */
  wire(a: Draft, aDevice: string, b: Draft, bDevice: string): void {
    this.links.push([
      { namespace: a.name, device: aDevice },
      { namespace: b.name, device: bDevice },
    ]);
  }
}
