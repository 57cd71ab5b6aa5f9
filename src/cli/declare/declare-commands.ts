import { Command } from "commander";
import { escapeLines } from "../../reports/findings/terminal-text.ts";
import { wrapLines } from "../../reports/wrap-line.ts";
import { columnsOf } from "../terminal.ts";
import { VERSION } from "../version.ts";
import type { Act } from "./act.ts";
import { declareAdoptCommands } from "./declare-adopt-commands.ts";
import { declareChangeCommands } from "./declare-change-commands.ts";
import { declareCompletionCommands } from "./declare-completion-commands.ts";
import { declareCostCommand } from "./declare-cost-command.ts";
import { declareFindingCommands } from "./declare-finding-commands.ts";
import { declareGraphCommand } from "./declare-graph-command.ts";
import { declareImportCommand } from "./declare-import-command.ts";
import { declareInitCommand } from "./declare-init-command.ts";
import { declareLabCommand } from "./declare-lab-command.ts";
import { declareMigrateCommands } from "./declare-migrate-commands.ts";
import { declareReachCommand } from "./declare-reach-command.ts";
import { declareShowingCommands } from "./declare-showing-commands.ts";
import { declareStacksCommand } from "./declare-stacks-command.ts";
import { helpItem, helpText } from "./help-text.ts";

/** The whole command line; `act` gets what each command would do. */
export function declareCommands(act: Act): Command {
  const program = new Command("hextet")
    .description("Compiles IPv6-on-AWS blueprints through CDKTF to Terraform JSON, and explains itself.")
    .version(VERSION, "--version", "print the version")
    .helpOption("--help", "print this help")
    .exitOverride()
    .configureHelp({
      formatItem: (term, termWidth, says, { helpWidth }) =>
        helpItem(term, termWidth, says, helpWidth ?? Number.POSITIVE_INFINITY),
    })
    .configureOutput({
      getOutHelpWidth: () => columnsOf(process.stdout),
      getErrHelpWidth: () => columnsOf(process.stderr),
      // Commander begins what it says itself with "error: "; a finding begins with its file, everything else with the program.
      outputError: (text, write) => write(`hextet: ${text.replace(/^error: /, "")}`),
      // What commander says repeats words of the command line.
      writeErr: (text) =>
        process.stderr.write(wrapLines(escapeLines(text, false), columnsOf(process.stderr))),
    })
    .addHelpText("after", helpText(EXAMPLES));
  // Settings such as exitOverride reach the commands only when they are made by `command`.
  declareInitCommand(program, act);
  declareFindingCommands(program, act);
  declareChangeCommands(program, act);
  declareStacksCommand(program, act);
  declareShowingCommands(program, act);
  declareGraphCommand(program, act);
  declareLabCommand(program, act);
  declareCostCommand(program, act);
  declareReachCommand(program, act);
  declareImportCommand(program, act);
  declareAdoptCommands(program, act);
  declareMigrateCommands(program, act);
  declareCompletionCommands(program);
  return program;
}

const EXAMPLES = `
Examples:
  $ hextet init shop --from dual-stack-web    a repository to begin with
  $ hextet validate                           every blueprint in blueprints/
  $ hextet validate blueprints/edge.yaml --format json
  $ hextet synth                              write generated/
  $ hextet check                              in CI: fails when generated/ was not committed
  $ hextet diff origin/main                   what this branch changes in AWS
  $ hextet compare blueprints/shop.yaml#staging blueprints/shop.yaml#production
  $ hextet stacks --affected origin/main      the stacks that this branch changes, in their order
  $ hextet explain dns64-without-nat64-route
  $ hextet schema --path                      for an editor
  $ hextet addresses blueprints/edge.yaml
  $ hextet graph blueprints/edge.yaml --output edge.svg
  $ hextet lab blueprints/edge.yaml --check   every pair, with real packets
  $ hextet lab blueprints/edge.yaml --from app -- curl http://ipv4-only.example.com
  $ hextet cost --nat-gb 500                  what the networks cost a month, and what IPv6 saves
  $ hextet reach blueprints/edge.yaml app github.com --trace
  $ hextet expand blueprints/edge.yaml
  $ hextet fmt --check                        in CI: fails when a blueprint is in another form
  $ hextet hooks blueprints/edge.yaml
  $ hextet runbook blueprints/edge.yaml > runbook.md
  $ hextet import --vpc vpc-0abc --region eu-west-1 --output blueprints/shop.yaml
  $ hextet adopt --plan plan.json --name shop  the VPC of another Terraform configuration
  $ hextet migrate plan blueprints/shop.yaml > migration.md
  $ terraform show -json stage.tfplan | hextet migrate check blueprints/shop.yaml --plan -

Exit codes:
  0  no errors (warnings and notes are shown; --strict makes warnings errors)
  1  errors in blueprints or in a Terraform plan, files that cannot be read or written, or a commit that Git does not know
  2  the command line is wrong
  3  Hextet itself failed; HEXTET_DEBUG=1 shows the trace
  4  check, stacks --check: what was written before is stale
  5  diff: something goes that holds data or an address, and nothing says that it may

Findings go to stderr, with --format json to stdout.`;
