import { callOf, withoutKeys } from "../../importer/adopt/addresses.ts";
import type { User } from "../../importer/adopt/find-users.ts";
import { escapeUnsafe } from "../../reports/findings/terminal-text.ts";
import { amount } from "../commands.ts";
import type { Adoption } from "./adopt.ts";

/** What is done next: which command in which folder, and what each plan must show. */
export function stepsText(adoption: Adoption, users: readonly User[]): string {
  const steps = adoption.options.sameState ? ofOneState(adoption) : ofTwoStates(adoption, users);
  const lines = steps.flatMap(([title, ...rest], index) => [
    `${index + 1}. ${title}`,
    ...rest.map((line) => `   ${line}`),
  ]);
  return `${["Steps:", ...lines].map(escapeUnsafe).join("\n")}\n`;
}

type Step = readonly [title: string, ...lines: readonly string[]];

function ofTwoStates(adoption: Adoption, users: readonly User[]): readonly Step[] {
  const { drafted, blocks, shares } = adoption;
  const { stack, plan, showNew, planNew } = commandsOf(adoption);
  const forgotten = shares.given.length - blocks.stateRm.length;
  return [
    firstStep(adoption),
    [
      "in the folder of the old configuration:",
      ...(blocks.removed === 0
        ? []
        : [`put ${adoption.blocksFile} (${amount(blocks.removed, "removed block")}) beside its files`]),
      `take out what made the resources that are handed over: ${sourcesOf(adoption).join(", ")}`,
      ...stayingLines(adoption),
      ...(users.length === 0 ? [] : [`change ${amount(users.length, "user")} of them, as listed above`]),
      ...stateRmLines(adoption),
      "terraform plan -out=old.tfplan",
      `  must show: 0 to add, 0 to change, 0 to destroy; ${amount(forgotten, "object")} no longer managed`,
      "terraform show -json old.tfplan > old.json",
    ],
    [
      `in ${stack}:`,
      "terraform init",
      planNew,
      `  must show: ${drafted.taken.size} to import, 0 to change, 0 to destroy; to add only terraform_data.migration.`,
      "  Rules of security groups may get tags",
      showNew,
    ],
    [
      "check both plans before either is applied:",
      `npx hextet adopt check --plan ${plan} --old old.json --new new.json`,
    ],
    [
      "apply the plans that were checked, without a pause between them:",
      "terraform apply old.tfplan    in the folder of the old configuration",
      `terraform apply new.tfplan    in ${stack}`,
    ],
    ["plan both again: each must say No changes. The removed blocks can go then"],
  ];
}

function ofOneState(adoption: Adoption): readonly Step[] {
  const { blocks, blueprint, blocksFile, drafted } = adoption;
  const { stack, plan, showNew, planNew } = commandsOf(adoption);
  const imports = drafted.taken.size - blocks.moved - blocks.staying;
  const left = adoption.shares.left.length + adoption.shares.referred.length;
  return [
    [
      `${blueprint} names ${blocksFile} in extend.terraform: its ${amount(blocks.moved, "moved block")} go with the stack`,
      "write in terraform.backend of the blueprint the backend and the key of the old configuration",
      "outputs of the old configuration go: write those that others read in the blueprint's outputs",
      ...(left === 0
        ? []
        : [
            `${amount(left, "resource")} that ${left === 1 ? "stays has" : "stay have"} to be in the stack too, or Terraform destroys ${left === 1 ? "it" : "them"}:`,
            "put the files that make them beside the blueprint, and name those in extend.terraform",
          ]),
    ],
    firstStep(adoption),
    ...commandSteps(adoption),
    [
      `in ${stack}:`,
      "terraform init",
      planNew,
      `  must show: ${imports} to import, 0 to change, 0 to destroy; ${blocks.moved} moved; to add only terraform_data.migration.`,
      "  Rules of security groups may get tags",
      showNew,
    ],
    [
      "check the plan before it is applied:",
      `npx hextet adopt check --plan ${plan} --new new.json --same-state`,
    ],
    [
      `apply the plan that was checked: terraform apply new.tfplan, in ${stack}`,
      "nobody plans or applies in the folder of the old configuration any more",
    ],
    [`plan again: it must say No changes. ${blocksFile} and its line in extend.terraform can go then`],
  ];
}

function firstStep({ blueprint }: Adoption): Step {
  return ["in the project of the blueprints:", `npx hextet validate ${word(blueprint)}`, "npx hextet synth"];
}

function commandsOf({ drafted, options }: Adoption) {
  return {
    stack: `the folder of the stack, generated/stacks/${drafted.name}`,
    plan: options.plan === "-" ? "plan.json" : word(options.plan),
    planNew: "terraform plan -out=new.tfplan",
    showNew: "terraform show -json new.tfplan > new.json",
  };
}

/** The calls of modules, and the resources of the root module, that the handed over come from. */
function sourcesOf({ shares }: Adoption): readonly string[] {
  const all = [...shares.given, ...shares.left, ...shares.referred];
  const calls = new Set(all.map(({ resource }) => callOf(resource.address)));
  const given = new Set(shares.given.map(({ resource }) => callOf(resource.address)));
  // With a key that stays, the call stays.
  const hasOtherKeys = (call: string) =>
    [...calls].some((other) => withoutKeys(other) === withoutKeys(call) && !given.has(other));
  const sources = shares.given.map(({ resource }) => {
    const call = callOf(resource.address);
    if (call === "") return withoutKeys(resource.address);
    return hasOtherKeys(call) ? `the key of ${call}` : withoutKeys(call);
  });
  return [...new Set(sources)].sort();
}

/** What stays and stands in a module from which others go: with the module's call it would be destroyed. */
function stayingLines(adoption: Adoption): readonly string[] {
  const { given, left, referred } = adoption.shares;
  const calls = new Set(given.map(({ resource }) => callOf(resource.address)).filter((call) => call !== ""));
  const staying = [...left, ...referred]
    .map(({ resource }) => resource.address)
    .filter((address) => calls.has(callOf(address)));
  if (staying.length === 0) return [];
  return [
    `${amount(staying.length, "resource")} in the same modules ${staying.length === 1 ? "stays" : "stay"}: with a module's call Terraform would destroy them.`,
    "Write each outside of the module, with a moved block from here to its new address; or give it up, with a",
    "removed block of your own and --allow <address> at the check:",
    ...staying.map((address) => `  ${address}`),
  ];
}

function stateRmLines({ blocks }: Adoption): readonly string[] {
  if (blocks.stateRm.length === 0) return [];
  return [
    `${amount(blocks.stateRm.length, "resource")} cannot be said by a removed block, which takes no instance keys (or this Terraform has none):`,
    "copy the state first (terraform state pull), then, before the plan, and only when the rest is ready:",
    ...blocks.stateRm.map((address) => `  terraform state rm ${quoted(address)}`),
  ];
}

function commandSteps(adoption: Adoption): readonly Step[] {
  const lines = [...stateMvLines(adoption), ...stateRmLines(adoption)];
  return lines.length === 0 ? [] : [["in the folder of the old configuration:", ...lines]];
}

function stateMvLines({ blocks }: Adoption): readonly string[] {
  if (blocks.stateMv.length === 0) return [];
  return [
    `${amount(blocks.stateMv.length, "resource")} cannot be moved by a block: the stack has another resource at the old address.`,
    "Copy the state first (terraform state pull), then, before the plan, and only when the rest is ready:",
    ...blocks.stateMv.map(({ from, to }) => `  terraform state mv ${quoted(from)} ${quoted(to)}`),
  ];
}

/** A word of a command, in quotes where it needs them. */
function word(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : quoted(text);
}

/** For a POSIX shell: nothing in single quotes means anything but itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
