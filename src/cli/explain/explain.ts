import { findPlace, isPlace, isPointer } from "../../reports/pointers/find-place.ts";
import { findUnknownName } from "../../reports/pointers/find-unknown-name.ts";
import { readPlain } from "../../reports/pointers/read-plain.ts";
import { unknownKey } from "../../reports/pointers/unknown-key.ts";
import type { Options } from "../commands.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { readBlueprints } from "../read-blueprints.ts";
import type { Terminal } from "../terminal.ts";

/** `hextet explain`: what a rule, a key of a blueprint or a Terraform address is about; without a word, the list of rules. */
export async function explain(word: string | null, options: Options, terminal: Terminal): Promise<ExitCode> {
  if (word !== null && isAddress(word)) {
    const { explainAddress } = await import("./explain-address.ts");
    return explainAddress(word, options, terminal);
  }
  return word !== null && isPointer(word)
    ? explainPlace(word, options, terminal)
    : explainRule(word, options, terminal);
}

/** `aws_subnet.app_a`, and what other providers of a stack have. */
function isAddress(word: string): boolean {
  return /^(?:data\.)?(?:aws|terraform|time|random|tls)_[a-z0-9_]+\.[\w-]+/.test(word);
}

async function explainPlace(pointer: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  const reports = await import("../../reports/pointers/explain-pointer.ts");
  const place = findPlace(pointer);
  const found = isPlace(place)
    ? (findUnknownName(pointer, place, readPlain(readBlueprints([options.blueprints]).files)) ?? place)
    : place;
  if (!isPlace(found)) {
    terminal.err(`hextet: ${reports.unknownPlace(found)}\n`);
    return exitCodes.usage;
  }
  const isJson = options.format === "json";
  if (isJson) terminal.out(reports.renderPlaceJson(found));
  else terminal.show(reports.renderPlace(found, terminal.outColors, terminal.columns));
  return exitCodes.clean;
}

async function explainRule(id: string | null, options: Options, terminal: Terminal): Promise<ExitCode> {
  const [{ explanations }, reports] = await Promise.all([
    import("../../reports/findings/explanations.ts"),
    import("../../reports/findings/explain.ts"),
  ]);
  const isJson = options.format === "json";
  const { outColors: colors, columns } = terminal;
  if (id === null) {
    if (isJson) terminal.out(reports.renderRuleListJson(explanations));
    else terminal.show(reports.renderRuleList(explanations, colors, columns));
    return exitCodes.clean;
  }
  const explanation = reports.findExplanation(id, explanations);
  if (explanation === null) {
    terminal.err(`hextet: ${unknownKey(id) ?? reports.unknownRule(id, explanations)}\n`);
    return exitCodes.usage;
  }
  if (isJson) terminal.out(reports.renderExplanationJson(explanation));
  else terminal.show(reports.renderExplanation(explanation, colors, columns));
  return exitCodes.clean;
}
