import { importedArguments } from "../../src/stack/existing/kept-arguments.ts";
import { youngerKept } from "../../src/stack/existing/kept-arguments-of.ts";

/** The page on who decides the arguments of what was imported, from the table that the stacks are built by. */
export function renderKeptArgumentsPage(): string {
  const rows = Object.entries(importedArguments).map(
    ([type, { kept, decided }]) => `| \`${type}\` | ${listOf(kept)} | ${listOf(decided)} |`,
  );
  return [
    "<!-- Generated from src/stack/existing/kept-arguments.ts by `npm run generate`. Edits here are lost. -->",
    "",
    "# What an imported resource keeps",
    "",
    "These are the resource types that may stand in `network.vpc.existing.import`, and the arguments of each.",
    "",
    "- **kept**: stays what it is in AWS, whatever the blueprint says (`lifecycle.ignore_changes`). A name, a description",
    "  or an unencrypted volume would otherwise replace the resource; a default of the provider's would change it.",
    "- **decided**: comes from the blueprint as ever: what IPv6 needs, and what says which thing it is. If one of the",
    "  latter is not as it is in AWS, Terraform would have to replace the resource. While `migration` is in the blueprint",
    "  it refuses (`prevent_destroy`), and the blueprint is to be put right.",
    "",
    "An argument in neither list is never written by Hextet and keeps its value without being told.",
    "",
    "So leave `existing` in the blueprint for good, also when `migration` is gone. Without it every argument is the",
    "blueprint's: Terraform would then give security groups, load balancers and databases new names and descriptions,",
    "which means to replace them.",
    "",
    "An imported launch template keeps `network_interfaces` and `vpc_security_group_ids` too, unless the blueprint gives it",
    "`ipv6AddressCount` or `enablePrimaryIpv6`, and all of `metadata_options` unless `metadata.ipv6` holds: a template may say",
    "them in several ways, or not at all ([0066](decisions/0066-imported-launch-templates.md)).",
    "",
    "One exception: the provider adds the blueprint's `tags` to imported security group rules, in place.",
    "",
    "| type | kept | decided |",
    "|---|---|---|",
    ...rows,
    "",
    ...laterArguments(),
    "",
  ].join("\n");
}

function laterArguments(): readonly string[] {
  return [
    "## Arguments of later providers",
    "",
    "These are kept as well where `terraform.awsProvider.version` allows only versions that have them: Terraform refuses to",
    "ignore an argument that the provider in use does not know. Where the constraint allows older versions too, such as the",
    "default `>= 5.100, < 7.0`, they are not, and a provider that has them would take away what a resource has of them:",
    "the plan shows it, and `hextet migrate check` names it. So write a constraint with one side of the border, such as",
    '`"~> 6.66"` or `"~> 5.100"`, before importing.',
    "",
    "| type | kept | from AWS provider |",
    "|---|---|---|",
    ...Object.keys(importedArguments).flatMap((type) =>
      youngerKept(type).map(({ name, since }) => `| \`${type}\` | \`${name}\` | ${since.presentIn} |`),
    ),
  ];
}

function listOf(names: readonly string[]): string {
  return names.length === 0 ? "nothing" : names.map((name) => `\`${name}\``).join(", ");
}
