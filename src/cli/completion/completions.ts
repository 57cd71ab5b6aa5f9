import type { Argument, Command, Option } from "commander";

/** What a value can be that no list of choices says: by the long name of an option, or by the name of an argument. */
export type Values = (kind: string) => Promise<readonly string[]>;

/**
 * What the last of the words on a command line can become, sorted; the program's own name is not among the words. Nothing:
 * the shell offers files.
 */
export async function completions(
  program: Command,
  words: readonly string[],
  values: Values,
): Promise<readonly string[]> {
  const last = words.at(-1) ?? "";
  const { command, place, awaited } = walk(program, words.slice(0, -1));
  const candidates = await candidatesOf({ command, place, awaited }, last, values);
  return [...new Set(candidates)].filter((one) => one.startsWith(last)).sort();
}

interface Place {
  readonly command: Command;
  /** How many arguments stand before. */
  readonly place: number;
  /** The option whose value comes next; null: none. */
  readonly awaited: Option | null;
}

function walk(program: Command, words: readonly string[]): Place {
  let at: Place = { command: program, place: 0, awaited: null };
  for (const word of words) at = step(at, word);
  return at;
}

function step({ command, place, awaited }: Place, word: string): Place {
  if (awaited !== null) return { command, place, awaited: null };
  if (word.startsWith("-")) {
    const option = command.options.find(({ short, long }) => word === short || word === long);
    return { command, place, awaited: option?.required === true ? option : null };
  }
  const inner = place === 0 ? command.commands.find((one) => one.name() === word) : undefined;
  return inner === undefined
    ? { command, place: place + 1, awaited: null }
    : { command: inner, place: 0, awaited: null };
}

async function candidatesOf(
  { command, place, awaited }: Place,
  last: string,
  values: Values,
): Promise<readonly string[]> {
  if (awaited !== null) return valuesOf(awaited, awaited.long ?? "", values);
  const [flag = ""] = last.split("=", 1);
  if (last.startsWith("--") && flag !== last) {
    const option = command.options.find(({ long }) => long === flag);
    if (option === undefined) return [];
    return (await valuesOf(option, flag, values)).map((value) => `${flag}=${value}`);
  }
  if (last.startsWith("-")) return optionsOf(command);
  const commands = command.createHelp().visibleCommands(command);
  if (commands.length > 0) return commands.map((one) => one.name());
  const argument = argumentAt(command, place);
  return argument === undefined ? [] : valuesOf(argument, argument.name(), values);
}

function optionsOf(command: Command): readonly string[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long }) => long ?? []);
}

function argumentAt({ registeredArguments }: Command, place: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[place] ?? (last?.variadic === true ? last : undefined);
}

async function valuesOf(
  { argChoices }: Pick<Option, "argChoices">,
  kind: string,
  values: Values,
): Promise<readonly string[]> {
  return argChoices ?? (await values(kind));
}
