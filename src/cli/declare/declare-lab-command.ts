import { type Command, Option } from "commander";
import type { LabTask } from "../lab/lab.ts";
import type { Act, Flags } from "./act.ts";
import { anyCommand, strictOption } from "./declared-options.ts";
import { takesOneOf } from "./one-of.ts";

interface LabFlags extends Omit<Flags, "format"> {
  readonly format: "pretty" | "json";
  readonly check?: boolean;
  readonly from?: string;
}

/** `hextet lab`. */
export function declareLabCommand(program: Command, act: Act): void {
  const command: Command = anyCommand(program.command("lab <blueprint> [command...]"))
    .description("stand a blueprint's network up in Linux network namespaces, with real packets; needs root")
    .option(
      "--check",
      "try every pair of hosts in every way, say what arrived, and hold it against hextet reach",
    )
    .option("--list", "list the hosts and their addresses")
    .option("--from <host>", "run the command after -- on this host (default: the first)")
    .addOption(
      takesOneOf(new Option("-f, --format <format>", "of --check: for people or for programs"), [
        "pretty",
        "json",
      ]).default("pretty"),
    )
    .addOption(strictOption());
  command.action((blueprint: string, words: readonly string[], flags: LabFlags) => {
    const task = taskOf(words, flags);
    if (task === null) command.error("one of --check, --list, or a command after --");
    const { format: _, ...rest } = flags;
    return act(rest, async (options, at) => {
      const { lab } = await import("../lab/lab.ts");
      return lab(blueprint, task, options, at);
    });
  });
}

/** Null where nothing, or more than one thing, is asked for. */
function taskOf(
  words: readonly string[],
  { check = false, list = false, from, format }: LabFlags,
): LabTask | null {
  const tasks: readonly (LabTask | null)[] = [
    check ? { kind: "check", format } : null,
    list ? { kind: "list" } : null,
    words.length > 0 ? { kind: "command", from: from ?? null, command: words } : null,
  ];
  const asked = tasks.filter((task) => task !== null);
  return asked.length === 1 ? (asked[0] ?? null) : null;
}
