import type { App } from "cdktf";
import type { Network } from "../model/types/network.ts";
import { escapeTemplates } from "./escape-templates.ts";
import { HextetStack } from "./hextet-stack.ts";

/** Builds the stack of a network; its id is the network's name. Throws only on bugs: the rules have judged already. */
export function buildStack(app: App, unescaped: Network): HextetStack {
  const network = escapeTemplates(unescaped);
  const stack = new HextetStack(app, network.name);
  return stack;
}
