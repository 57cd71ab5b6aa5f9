import type { Fact } from "../../../aws/facts/fact.ts";
import type { Attempt, Hop, Trace } from "../../../reach/walk/trace.ts";
import { escapeUnsafe } from "../../findings/terminal-text.ts";
import { hopName, placeText } from "../hop-words.ts";
import { reasonOf } from "../reason-of.ts";
import { Listed } from "./listed.ts";
import { pageFamily } from "./page-cell.ts";
import type { PageAttempt, PageData, PageDrawing, PageFact, PageHop, PageTrace } from "./page-data.ts";

/** Draws an attempt into the picture of its network; null: there is nothing to draw. */
export type Draw = (trace: Trace, attempt: Attempt) => PageDrawing | null;

/** Collects the traces of a page. What they share is written once: most hops are those of many traces. */
export class PackedTraces {
  readonly #texts = new Listed<string>();
  readonly #facts = new Listed<PageFact>();
  readonly #hops = new Listed<PageHop>();
  readonly #ways = new Listed<readonly number[]>();
  readonly #attempts = new Listed<PageAttempt>();
  readonly #drawings = new Listed<PageDrawing>();
  readonly #traces: PageTrace[] = [];
  /** Traces share the objects too, which spares most of the work. */
  readonly #known = new Map<Hop, number>();

  /** Adds a trace, and gives its index. */
  add(trace: Trace, from: string, to: string, draw: Draw): number {
    const { query, verdict, dns, attempts } = trace;
    const what = query.protocol === "icmp" ? "icmp" : `${query.protocol} ${query.port}`;
    const reason = reasonOf(trace);
    this.#traces.push([
      this.#text(from),
      this.#text(to),
      this.#text(what),
      verdict,
      this.#textOr(reason),
      dns.flatMap(({ answers }) => answers.map(({ hop }) => this.#hop(hop))),
      attempts.map((attempt) => this.#attempt(attempt, draw(trace, attempt))),
    ]);
    return this.#traces.length - 1;
  }

  /** All that was added. */
  data(): PageData {
    return {
      texts: this.#texts.items,
      facts: this.#facts.items,
      hops: this.#hops.items,
      ways: this.#ways.items,
      attempts: this.#attempts.items,
      drawings: this.#drawings.items,
      traces: this.#traces,
    };
  }

  #text(text: string): number {
    return this.#texts.indexOf(escapeUnsafe(text));
  }

  /** -1 for none. */
  #textOr(text: string | null): number {
    return text === null ? -1 : this.#text(text);
  }

  #attempt(attempt: Attempt, drawing: PageDrawing | null): number {
    const { name, fromSubnet, toSubnet, verdict, hops } = attempt;
    const begins = hops.findIndex(({ kind }) => kind !== "dns" && kind !== "service");
    const at = begins < 0 ? hops.length : begins;
    return this.#attempts.indexOf([
      this.#textOr(name),
      this.#textOr(fromSubnet),
      this.#textOr(toSubnet),
      pageFamily(attempt),
      verdict,
      hops.slice(0, at).map((hop) => this.#hop(hop)),
      this.#ways.indexOf(hops.slice(at).map((hop) => this.#hop(hop))),
      drawing === null ? -1 : this.#drawings.indexOf(drawing),
    ]);
  }

  #hop(hop: Hop): number {
    const known = this.#known.get(hop);
    if (known !== undefined) return known;
    const { kind, direction, passes, reason, place, facts } = hop;
    const index = this.#hops.indexOf([
      this.#text(`${direction === "back" ? "back: " : ""}${hopName(kind)}`),
      passes,
      this.#text(reason),
      this.#textOr(place === null ? null : placeText(place)),
      facts.map((fact) => this.#fact(fact)),
    ]);
    this.#known.set(hop, index);
    return index;
  }

  #fact({ claim, source, checked }: Fact): number {
    return this.#facts.indexOf([claim, source.split("; "), checked]);
  }
}
