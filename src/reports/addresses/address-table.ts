import { familyName } from "../../base/family-name.ts";
import type { Network } from "../../model/types/network.ts";
import type { Colors } from "../colors.ts";
import { stringifySafely } from "../findings/render-findings.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import { renderTable, type Table } from "../table.ts";
import { wrapLine } from "../wrap-line.ts";
import { type ShownPlan, type ShownSubnet, showPlan } from "./address-plan.ts";
import type { FreeSlots } from "./free-slots.ts";

const NOTHING = "-";

const COLUMNS: readonly (readonly [string, (row: ShownSubnet) => string])[] = [
  ["slot", (row) => String(row.slot)],
  ["tier", (row) => row.tier],
  ["zone", (row) => row.zone],
  ["subnet", (row) => row.subnet],
  ["addressing", (row) => row.addressing],
  ["IPv4", (row) => row.ipv4 ?? NOTHING],
  ["IPv6", (row) => row.ipv6 ?? NOTHING],
  ["0.0.0.0/0", (row) => row.ipv4DefaultRoute ?? NOTHING],
  ["::/0", (row) => row.ipv6DefaultRoute ?? NOTHING],
  ["64:ff9b::/96", (row) => row.nat64Route ?? NOTHING],
  ["DNS64", (row) => (row.dns64 ? "on" : NOTHING)],
];

/** The address plans of the stacks for a terminal of so many columns, each with its free slots and what the signs mean. */
export function renderAddressPlans(networks: readonly Network[], colors: Colors, columns: number): string {
  return networks.map((network) => renderPlan(showPlan(network), colors, columns)).join("\n");
}

/**
 * The address plans as JSON: `{ version: 1, stacks: [{ stack, region, ipv4Cidr, ipv6BlockLength, subnets, freeSlots }] }`.
 * A subnet's `ipv6` is a block, or `<main /56>10::/64` where the VPC's block is unknown before apply.
 */
export function renderAddressPlansJson(networks: readonly Network[]): string {
  const stacks = networks.map(showPlan).map(({ example: _, ...stack }) => stack);
  return `${stringifySafely({ version: 1, stacks })}\n`;
}

function renderPlan(plan: ShownPlan, colors: Colors, columns: number): string {
  const ipv6 = plan.ipv6BlockLength === null ? "no IPv6" : `an IPv6 /${plan.ipv6BlockLength}`;
  const head = `${plan.stack} in ${plan.region}: ${plan.ipv4Cidr} and ${ipv6}`;
  return [
    ...wrapLine(escapeUnsafe(head), columns).map(colors.bold),
    "",
    ...renderTable(tableOf(plan.subnets), columns, colors.bold),
    "",
    ...plan.freeSlots.flatMap((free) => wrapLine(renderFreeSlots(free), columns)),
    ...(plan.example === null
      ? []
      : ["", ...legendOf(plan.example).flatMap((line) => wrapLine(line, columns).map(colors.dim))]),
    "",
  ].join("\n");
}

function tableOf(subnets: readonly ShownSubnet[]): Table {
  return {
    titles: COLUMNS.map(([title]) => title),
    rows: subnets.map((subnet) => COLUMNS.map(([, textOf]) => escapeUnsafe(textOf(subnet)))),
    head: COLUMNS.findIndex(([title]) => title === "subnet"),
  };
}

function renderFreeSlots({ family, block, slots, free }: FreeSlots): string {
  const ranges = free.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
  const text = ranges.length === 0 ? "none" : ranges.join(", ");
  return `free slots in ${familyName(family)} block ${block}: ${text} (of ${slots})`;
}

function legendOf({ notation, block, subnet }: NonNullable<ShownPlan["example"]>): readonly string[] {
  const stand = notation.slice(0, notation.indexOf(">") + 1);
  return [
    `${stand} stands for a block that AWS chooses at apply; what follows are the digits behind it.`,
    `Were it ${block}, then ${notation} would be ${subnet}.`,
  ];
}
