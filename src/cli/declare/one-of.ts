import { InvalidArgumentError, type Option } from "commander";
import { didYouMean } from "../../base/did-you-mean.ts";

/** The choice that a word of the command line is. Throws commander's `InvalidArgumentError`, with the choice that is near. */
export function oneOf<Choice extends string>(word: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === word);
  if (found !== undefined) return found;
  const hint = didYouMean(word, choices, "").replace(/^d/, " D");
  throw new InvalidArgumentError(`Allowed choices are ${choices.join(", ")}.${hint}`);
}

/** An option that takes one of these words: completion lists them, and a wrong one names the near one. */
export function takesOneOf(option: Option, choices: readonly string[]): Option {
  return option.choices(choices).argParser((word: string) => oneOf(word, choices));
}
