import { type Command, Option } from "commander";
import { GRAPH_FORMATS, type GraphFormat } from "../../reports/graph/graph-formats.ts";
import type { Act, Flags } from "./act.ts";
import { anyCommand, blueprintsOption, strictOption } from "./declared-options.ts";
import { takesOneOf } from "./one-of.ts";

interface GraphFlags extends Omit<Flags, "format" | "output"> {
  readonly format?: GraphFormat;
  readonly output?: string;
}

/** `hextet graph`. */
export function declareGraphCommand(program: Command, act: Act): void {
  anyCommand(program.command("graph [paths...]"))
    .description("draw the networks: zones, tiers, gateways, routes and what stands in the subnets")
    .addOption(
      takesOneOf(
        new Option(
          "-f, --format <format>",
          "mermaid (Markdown), svg (of one network) or html (default: what the file's name ends with, or mermaid)",
        ),
        GRAPH_FORMATS,
      ),
    )
    .option("-o, --output <file>", "where to write the picture (default: standard output)")
    .addOption(blueprintsOption())
    .addOption(strictOption())
    .action((paths: string[], { format, output, ...flags }: GraphFlags) =>
      act(flags, async (options, at) => {
        const { graph } = await import("../graph.ts");
        return graph(paths, options, { format: format ?? formatOf(output), file: output ?? null }, at);
      }),
    );
}

function formatOf(file: string | undefined): GraphFormat {
  const ending = file?.slice(file.lastIndexOf(".") + 1).toLowerCase();
  return ending === "svg" || ending === "html" ? ending : "mermaid";
}
