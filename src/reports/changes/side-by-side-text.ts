import type { SideBySide } from "../../change/side-by-side.ts";
import type { Setting } from "../../change/types.ts";
import type { Colors } from "../colors.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import { wrapLine } from "../wrap-line.ts";
import { valueText } from "./describe-change.ts";

const SETTINGS: Readonly<Record<Exclude<Setting, "state">, string>> = {
  elsewhere: "another region or account",
  tags: "other default tags",
};

/** Two stacks side by side for a terminal of so many columns. */
export function renderSideBySide(found: SideBySide, colors: Colors, columns: number): string {
  const { first, second, equal, differing, onlyInFirst, onlyInSecond, settings, terraform } = found;
  const counts = [
    `${equal} ${equal === 1 ? "is" : "are"} equal`,
    `${differing.length} ${differing.length === 1 ? "differs" : "differ"}`,
    `${onlyInFirst.length} only in ${first}`,
    `${onlyInSecond.length} only in ${second}`,
  ];
  const line = (text: string, hang = "") => wrapLine(escapeUnsafe(text), columns, hang);
  const list = (title: string, addresses: readonly string[]) =>
    addresses.length === 0
      ? []
      : ["", ...line(title).map(colors.bold), ...addresses.flatMap((one) => line(`  ${one}`))];
  return [
    ...line(`${first} and ${second}: ${counts.join(", ")}`).map(colors.bold),
    ...settings.flatMap((setting) => line(`  ${SETTINGS[setting]}`).map(colors.yellow)),
    ...[...terraform, ...differing].flatMap(({ address, differences }) => [
      "",
      ...line(`  ${address}`).map(colors.cyan),
      ...differences.flatMap(({ argument, before, after }) =>
        line(`      ${argument}: ${valueText(before)}, in ${second} ${valueText(after)}`, " ".repeat(8)),
      ),
    ]),
    ...list(`only in ${first}:`, onlyInFirst),
    ...list(`only in ${second}:`, onlyInSecond),
    "",
  ].join("\n");
}
