import type { Fact } from "../../aws/facts/fact.ts";
import { formatAddress } from "../../base/prefix.ts";
import type { ReachFinding } from "../../reach/findings/reach-finding.ts";
import type { Place } from "../../reach/topology/topology.ts";
import type { DnsStep, Hop, Query, QueryEnd } from "../../reach/walk/trace.ts";
import { stringifySafely } from "../findings/render-findings.ts";
import { placeText } from "./hop-words.ts";
import type { ReachTable } from "./reach-table.ts";
import type { NamedTrace } from "./render-trace.ts";

/** The matrices as JSON: `docs/reach.schema.json`. Within version 1 keys are only added. */
export function renderMatricesJson(tables: readonly ReachTable[]): string {
  return `${stringifySafely({ version: 1, stacks: tables.map(stackJson), traces: [] })}\n`;
}

/** Traces as JSON, in the same schema. */
export function renderTracesJson(traces: readonly NamedTrace[]): string {
  return `${stringifySafely({ version: 1, stacks: [], traces: traces.map(traceJson) })}\n`;
}

function stackJson({ stack, region, sources, rows, findings, leftOut }: ReachTable) {
  return {
    stack,
    region,
    sources,
    pairs: rows.flatMap(({ target, protocol, port, cells }) =>
      cells.flatMap((cell, index) => {
        const from = sources[index];
        return cell === null || from === undefined ? [] : [{ from, to: target, protocol, port, ...cell }];
      }),
    ),
    findings: findings.map(findingJson),
    leftOut,
  };
}

function findingJson({ place, facts, ...finding }: ReachFinding) {
  return { ...finding, place: placeJson(place), facts: facts.map(factJson) };
}

function placeJson(place: Place) {
  return { kind: place.kind, text: placeText(place) };
}

function factJson({ claim, source, checked, confidence }: Fact) {
  return { claim, source, checked, confidence };
}

function traceJson({ stack, from, to, trace }: NamedTrace) {
  const { query, verdict, dns, attempts } = trace;
  return {
    stack,
    from,
    to,
    query: queryJson(query),
    verdict,
    dns: dns.map(dnsJson),
    attempts: attempts.map(({ hops, ...attempt }) => ({ ...attempt, hops: hops.map(hopJson) })),
  };
}

function queryJson({ from, to, protocol, port }: Query) {
  return { from: endJson(from), to: endJson(to), protocol, port };
}

function endJson(end: QueryEnd) {
  return end.kind === "address" ? { ...end, address: formatAddress(end.family, end.address) } : end;
}

function dnsJson({ name, fromSubnet, answers }: DnsStep) {
  return {
    name,
    fromSubnet,
    answers: answers.map(({ family, kind, hop }) => ({ family, kind, hop: hopJson(hop) })),
  };
}

function hopJson({ kind, direction, what, passes, reason, place, facts }: Hop) {
  return {
    kind,
    direction,
    what,
    passes,
    reason,
    place: place === null ? null : placeJson(place),
    facts: facts.map(factJson),
  };
}
