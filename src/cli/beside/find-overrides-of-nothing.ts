import { didYouMean } from "../../base/did-you-mean.ts";
import { definitionsIn } from "../../change/beside/definitions.ts";
import type { TerraformBlock } from "../../change/beside/terraform-blocks.ts";
import type { Finding } from "../../reports/findings/finding.ts";
import { aboutFile, type Said } from "./about-file.ts";
import type { OwnFile, StackBeside } from "./stack-beside.ts";

/** Blocks that have no name, and stand in no override file. */
const NEVER: ReadonlySet<string> = new Set(["moved", "import", "check"]);
/** Kinds of blocks that Terraform overrides where they are defined only. */
const DEFINED: ReadonlySet<string> = new Set(["resource", "data", "variable", "output", "locals", "module"]);

/** Errors for overrides that Terraform refuses: of what no file defines, and of what cannot be overridden. */
export function findOverridesOfNothing({ made, files }: StackBeside): readonly Finding[] {
  const plain = files.filter(({ isOverride }) => !isOverride);
  // What stands in a file that is not understood is not known.
  if (plain.some(({ blocks }) => blocks === null)) return [];
  const known = new Set(
    [...made, ...plain.flatMap(({ blocks }) => blocks ?? [])].flatMap((block) =>
      definitionsIn([block]).map(({ name }) => name),
    ),
  );
  return files.filter(({ isOverride }) => isOverride).flatMap((file) => refusedIn(file, known));
}

function refusedIn(file: OwnFile, known: ReadonlySet<string>): readonly Finding[] {
  return (file.blocks ?? []).flatMap((block) =>
    mistakesOf(block, known).map(({ message, hint }) => {
      const said: Said = {
        rule: "extend/override-of-nothing",
        severity: "error",
        message,
        hint,
        offset: block.offset,
      };
      return aboutFile(file, said);
    }),
  );
}

function mistakesOf(
  block: TerraformBlock,
  known: ReadonlySet<string>,
): readonly Pick<Said, "message" | "hint">[] {
  if (NEVER.has(block.type))
    return [
      {
        message: `Terraform takes no ${block.type} block in an override file`,
        hint: "write it into a file of another name",
      },
    ];
  const waits = block.type === "resource" && block.body["depends_on"] !== undefined;
  const late = waits
    ? [{ message: `Terraform overrides no depends_on, as of ${block.labels.join(".")}`, hint: "take it out" }]
    : [];
  const isNamed = DEFINED.has(block.type) || (block.type === "provider" && block.body["alias"] !== undefined);
  const nothing = isNamed ? definitionsIn([block]).filter(({ name }) => !known.has(name)) : [];
  return [...late, ...nothing.map(({ name }) => missing(name, known))];
}

function missing(name: string, known: ReadonlySet<string>): Pick<Said, "message" | "hint"> {
  const kind = name.slice(0, name.indexOf(".") + 1);
  const alike = [...known].filter((one) => one.startsWith(kind));
  return {
    message: `there is no ${name} to override: neither Hextet nor another file of extend.terraform defines it`,
    hint: didYouMean(name, alike, "what is to be new stands in a file that is no override"),
  };
}
