import type { Terminal } from "../terminal.ts";
import type { Imported } from "./read-state-file.ts";

export async function readAwsVpc(_: { vpcId: string; region: string }, __: Terminal): Promise<Imported> {
  throw new Error("not yet");
}
