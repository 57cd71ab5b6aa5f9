import { ANY_ICMP, protocolOfNumber, protocols, securityGroupProtocolNumber } from "../../aws/protocols.ts";
import type { IngressRule } from "../../blueprint/blueprint.generated.ts";
import type { FoundPorts, FoundSecurityGroupRule } from "../types/filtering.ts";
import { compact, type Section } from "./section.ts";

/** What a rule lets through, without whom. */
export type FoundTraffic = Pick<FoundSecurityGroupRule, "protocol" | "ports">;

/** Services that people know by name, by TCP port. Source: IANA's Service Name and Transport Protocol Port Number Registry. */
const SERVICES: ReadonlyMap<number, string> = new Map([
  [22, "ssh"],
  [25, "smtp"],
  [53, "dns"],
  [80, "http"],
  [443, "https"],
  [3306, "mysql"],
  [3389, "rdp"],
  [5432, "postgresql"],
  [6379, "redis"],
]);

/** A name for a rule: what passes, such as `https`, `tcp-8000-8080` or `all`. */
export function trafficName({ protocol, ports }: FoundTraffic): string {
  const word = wordOf(protocol);
  if (typeof word === "number") return `protocol-${word}`;
  if (selectorOf(protocol) !== "ports" || ports === null) return word;
  const service = ports.from === ports.to && word === "tcp" ? SERVICES.get(ports.from) : undefined;
  return service ?? `${word}-${ports.from === ports.to ? ports.from : `${ports.from}-${ports.to}`}`;
}

/** Protocol, ports and ICMP type as a rule of a blueprint says them. */
export function writeTraffic({ protocol, ports }: FoundTraffic): Section<Omit<IngressRule, "from">> {
  const selector = selectorOf(protocol);
  return compact<Omit<IngressRule, "from">>({
    protocol: wordOf(protocol),
    ports: selector === "ports" && ports !== null ? writePorts(ports) : undefined,
    icmpType: selector === "icmp" ? anyAsNothing(ports?.from) : undefined,
    icmpCode: selector === "icmp" ? anyAsNothing(ports?.to) : undefined,
  });
}

/** True for ICMP of one type, which has another number in ICMPv6. */
export function isTypedIcmp({ protocol, ports }: FoundTraffic): boolean {
  return protocol === protocols.icmp.securityGroupWord && ports !== null && ports.from !== ANY_ICMP;
}

/** True when the one lets through whatever the other does, each in its family. */
export function letsThroughAll(outer: FoundTraffic, inner: FoundTraffic): boolean {
  if (securityGroupProtocolNumber(outer.protocol) === protocols.all.number) return true;
  if (trafficKey(outer) === trafficKey(inner)) return true;
  if (outer.protocol !== inner.protocol || selectorOf(outer.protocol) !== "ports") return false;
  if (outer.ports === null || inner.ports === null) return outer.ports === null;
  return outer.ports.from <= inner.ports.from && outer.ports.to >= inner.ports.to;
}

/** The same for two rules of which each speaks of one family, such as all ICMP and all ICMPv6. */
export function trafficKey(traffic: FoundTraffic): string {
  const number = securityGroupProtocolNumber(traffic.protocol);
  const isPing = number === protocols.icmpv6.number && (traffic.ports?.from ?? ANY_ICMP) === ANY_ICMP;
  const written = writeTraffic(isPing ? { ...traffic, protocol: protocols.icmp.securityGroupWord } : traffic);
  return JSON.stringify(written);
}

function writePorts({ from, to }: FoundPorts): number | FoundPorts {
  return from === to ? from : { from, to };
}

function anyAsNothing(number: number | undefined): number | undefined {
  return number === ANY_ICMP ? undefined : number;
}

function selectorOf(protocol: string): "ports" | "icmp" | "none" {
  const number = securityGroupProtocolNumber(protocol);
  return (number === null ? null : protocolOfNumber(number)?.selector) ?? "none";
}

/** The protocol as a blueprint spells it. */
function wordOf(protocol: string): string | number {
  const number = securityGroupProtocolNumber(protocol);
  if (number === null) return protocol;
  if (number === protocols.all.number) return "all";
  return protocolOfNumber(number)?.securityGroupWord ?? number;
}
