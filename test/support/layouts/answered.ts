import { parseDocument } from "yaml";
import { compile } from "../../../src/pipeline.ts";

/** Rules that ask what nobody but the author can know: which IPv6 block belongs to an IPv4 block elsewhere. */
const QUESTIONS = ["security-group-ipv4-without-ipv6-twin", "network-acl-ipv4-without-ipv6-twin"];

/** A blueprint with all its open questions answered by acceptances: IPv4 alone is meant. */
export function answered(blueprint: string): { readonly text: string; readonly questions: number } {
  const { findings } = compile([{ file: "blueprint.yaml", text: blueprint }], "2026-11-21");
  const accept = findings
    .filter(({ rule }) => QUESTIONS.includes(rule))
    .map(({ rule, pointer }) => ({ rule, at: pointer, reason: "IPv4 alone is meant" }));
  if (accept.length === 0) return { text: blueprint, questions: 0 };
  const document = parseDocument(blueprint);
  document.set("accept", accept);
  return { text: document.toString(), questions: accept.length };
}
