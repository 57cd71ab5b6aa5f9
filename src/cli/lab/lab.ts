import { readFileSync } from "node:fs";
import { join } from "node:path";
import { hasErrors } from "../../base/diagnostic.ts";
import { didYouMean } from "../../base/did-you-mean.ts";
import { invariant } from "../../base/invariant.ts";
import { parseJson } from "../../base/untrusted-json.ts";
import type { LabPlan, LabSource } from "../../lab/plan/lab-plan.ts";
import { type PlannedLab, planLab, planLabOfStacks } from "../../lab/plan-lab.ts";
import { findObstacle } from "../../lab/run/find-obstacle.ts";
import { runCommand } from "../../lab/run/run-command.ts";
import { LabFailure } from "../../lab/run/start-agent.ts";
import { showNotModelled, showResults } from "../../lab/show-results.ts";
import type { NamedStack } from "../../lab/stack/join-stacks.ts";
import type { Network } from "../../model/types/network.ts";
import type { Options } from "../commands.ts";
import { type CompiledAt, compileAt } from "../compile-at.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { showFindings } from "../show-findings.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";
import type { Terminal } from "../terminal.ts";
import { compareReachWithLab, compareStacksWithLab } from "./compare-reach-with-lab.ts";
import { comparisonJson } from "./comparison-json.ts";
import { destinationNames } from "./destination-names.ts";
import { showComparison } from "./show-comparison.ts";

/** What is to be done in the laboratory: list its hosts, try every pair, or run a command on one of them. */
export type LabTask =
  | { readonly kind: "list" }
  | { readonly kind: "check"; readonly format: "pretty" | "json" }
  | { readonly kind: "command"; readonly from: string | null; readonly command: readonly string[] };

/** `hextet lab`: the network of one blueprint, with those that it is joined to, in network namespaces of this machine, with real packets. */
export async function lab(
  path: string,
  task: LabTask,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const compiled = await compileAt([path], options.strict);
  showFindings(compiled.findings, terminal);
  if (hasErrors(compiled.findings)) return exitCodes.findings;
  const planned = await planOf(compiled);
  if (planned.kind === "refused") return refuse(`the laboratory cannot model ${planned.why}`, terminal);
  const { plan } = planned;
  terminal.err(showNotModelled(plan.notModelled));
  if (task.kind === "list") {
    terminal.show(listOf(plan));
    return exitCodes.clean;
  }
  const source = task.kind === "command" ? sourceOf(plan, task.from) : null;
  if (typeof source === "string") return refuse(source, terminal);
  const { platform, env } = process;
  const obstacle = findObstacle({ platform, uid: process.getuid?.(), path: env["PATH"] ?? "" });
  if (obstacle !== null) return refuse(obstacle, terminal);
  try {
    if (task.kind === "check") return await check(compiled.networks, plan, task.format, terminal);
    invariant(source !== null, "a command has a source");
    const status = await runCommand(plan, source, task.command);
    return status === 0 ? exitCodes.clean : exitCodes.findings;
  } catch (error) {
    if (!(error instanceof LabFailure)) throw error;
    return refuse(`the laboratory did not stand: ${error.message}`, terminal);
  }
}

/** The laboratory of the blueprint, with those that it is joined to. */
async function planOf(compiled: CompiledAt): Promise<PlannedLab> {
  const [network] = compiled.networks;
  invariant(network !== undefined, "a blueprint without findings has a network");
  const all = [network, ...network.neighbours];
  const stacks = await stacksOf(all, compiled);
  const names = destinationNames(network.region);
  const [only, ...others] = stacks;
  return others.length === 0 ? planLab(only?.json, names) : planLabOfStacks(stacks, names);
}

async function check(
  [network]: CompiledAt["networks"],
  plan: LabPlan,
  format: "pretty" | "json",
  terminal: Terminal,
): Promise<ExitCode> {
  invariant(network !== undefined, "a blueprint without findings has a network");
  const { neighbours } = network;
  const comparison =
    neighbours.length === 0
      ? await compareReachWithLab(network, plan)
      : await compareStacksWithLab([network, ...neighbours], plan);
  if (format === "json") terminal.out(comparisonJson(network.name, comparison, plan.notModelled));
  else terminal.show(`${showResults(comparison.results)}\n${showComparison(comparison)}`);
  const wrong = comparison.disagreements.length + comparison.names.disagreements.length;
  return wrong === 0 ? exitCodes.clean : exitCodes.findings;
}

/** The host of that name, null: the first; a text says why there is none. */
function sourceOf({ sources }: LabPlan, name: string | null): LabSource | string {
  const names = sources.map((source) => source.name);
  if (name === null) return sources[0] ?? "the network has no hosts";
  const hint = names.length === 0 ? "the network has none" : `known: ${names.join(", ")}`;
  return (
    sources.find((source) => source.name === name) ??
    `there is no host ${JSON.stringify(name)}: ${didYouMean(name, names, hint)}`
  );
}

/** CDKTF writes into a folder only, and is loaded only here: it takes longer than all before. */
async function stacksOf(
  networks: readonly Network[],
  { userHooks }: CompiledAt,
): Promise<readonly NamedStack[]> {
  const { synthStacks } = await import("../../stack/synth.ts");
  return inTemporaryFolder((folder) => {
    const output = join(folder, "generated");
    synthStacks(networks, output, userHooks);
    return networks.map(({ name }) => ({
      name,
      json: parseJson(readFileSync(join(output, "stacks", name, "cdk.tf.json"), "utf8")),
    }));
  });
}

function listOf({ sources, destinations }: LabPlan): string {
  const addressesOf = (name: string) => {
    const { ipv4, ipv6, publicIpv4 } = destinations.find((one) => one.name === name) ?? {};
    return [ipv4, ipv6, publicIpv4 === null || publicIpv4 === undefined ? null : `public ${publicIpv4}`]
      .filter((address) => typeof address === "string")
      .join(" ");
  };
  const width = Math.max(...sources.map(({ name }) => name.length));
  return sources.map(({ name }) => `${name.padEnd(width)}  ${addressesOf(name)}\n`).join("");
}

function refuse(why: string, terminal: Terminal): ExitCode {
  terminal.err(`hextet: ${why}\n`);
  return exitCodes.findings;
}
