import { type Command, Option } from "commander";
import { takesOneOf } from "./one-of.ts";

/** Adds the options of a command that shows something to people or programs. */
export function common(command: Command): Command {
  return anyCommand(
    command.addOption(
      takesOneOf(new Option("-f, --format <format>", "for people or for programs"), ["pretty", "json"]),
    ),
  );
}

/** Adds the options that every command has, whatever its formats. */
export function anyCommand(command: Command): Command {
  return command
    .option("--no-color", "no colours (NO_COLOR and FORCE_COLOR are heeded too)")
    .option("--verbose", "say how long each step takes");
}

/** Where the blueprints are. */
export function blueprintsOption(): Option {
  return new Option("--blueprints <folder>", "where the blueprints are (default: blueprints)");
}

/** Where the Terraform JSON goes. */
export function outputOption(): Option {
  return new Option(
    "--output <folder>",
    "where the Terraform JSON goes (default: output of cdktf.json, or generated)",
  );
}

/** Warnings as errors. */
export function strictOption(): Option {
  return new Option("--strict", "treat warnings as errors");
}
