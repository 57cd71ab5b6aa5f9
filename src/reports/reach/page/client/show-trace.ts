import { answerWord, verdictWord } from "../../verdict-words.ts";
import type { PageData, PageTrace } from "../page-data.ts";
import { drawWay } from "./draw-way.ts";
import { make, one } from "./make.ts";
import { showHops } from "./show-hops.ts";

/** The attempt that tells most of a verdict: of what reaches one that does, of what does not one that fails. */
const TELLING = { reaches: "yes", some: "no", blocked: "no", unknown: "unknown" } as const;

/** The part of a stack that shows one path. */
export class TracePanel {
  readonly #data: PageData;
  readonly #group: string;
  readonly #said: HTMLElement;
  readonly #tried: HTMLElement;
  readonly #shown: HTMLElement;
  readonly #picture: SVGSVGElement | null;

  constructor(stack: Element, data: PageData) {
    this.#data = data;
    this.#group = `attempts-of-${stack.id}`;
    this.#said = one(stack, ".said");
    this.#tried = one(stack, ".tried");
    this.#shown = one(stack, ".shown");
    this.#picture = stack.querySelector<SVGSVGElement>(".picture svg");
  }

  /** Shows a trace: all its attempts by name, and the one that tells most hop by hop. */
  open(index: number): void {
    const trace = this.#data.traces[index];
    if (trace === undefined) throw new Error(`no trace ${index}`);
    const [, , , verdict, , dns, attempts] = trace;
    this.#said.replaceChildren(...this.#head(trace));
    const chosen = attempts.find((each) => this.#attempt(each)[4] === TELLING[verdict]) ?? attempts[0];
    if (chosen === undefined) this.#show(dns, -1);
    else this.#choose(chosen);
    const choices = attempts.map((each) => this.#choice(each, each === chosen));
    const tries = make("fieldset", "tries", make("legend", "", "What is tried"), ...choices);
    this.#tried.replaceChildren(...(choices.length === 0 ? [] : [tries]));
  }

  /** Takes everything away that was shown. */
  close(): void {
    for (const part of [this.#said, this.#tried]) part.replaceChildren();
    this.#show([], -1);
  }

  #head([from, to, port, verdict, reason]: PageTrace): readonly (Node | string)[] {
    const word = make("b", `is-${verdict}`, verdictWord(verdict));
    const head = `${this.#text(from)} to ${this.#text(to)}, ${this.#text(port)}: `;
    return [head, word, ...(reason < 0 ? [] : [`. ${this.#text(reason)}`])];
  }

  /** "" for none. */
  #text(index: number): string {
    return this.#data.texts[index] ?? "";
  }

  #attempt(index: number): PageData["attempts"][number] {
    const attempt = this.#data.attempts[index];
    if (attempt === undefined) throw new Error(`no attempt ${index}`);
    return attempt;
  }

  #choice(index: number, isChosen: boolean): HTMLLabelElement {
    const [name, from, to, family, passes] = this.#attempt(index);
    const over = family === "NAT64" ? "over IPv6 and NAT64" : `over ${family}`;
    const ends = [from < 0 ? "" : `from ${this.#text(from)}`, to < 0 ? "" : `to ${this.#text(to)}`];
    const title = [this.#text(name), over, ...ends].filter((word) => word !== "").join(" ");
    const radio = make("input", "");
    radio.type = "radio";
    radio.name = this.#group;
    radio.checked = isChosen;
    radio.addEventListener("change", () => this.#choose(index));
    const word = make("b", `is-${passes}`, answerWord(passes));
    return make("label", "", radio, ` ${title}: `, word);
  }

  #choose(index: number): void {
    const [, , , , , before, way, drawing] = this.#attempt(index);
    this.#show([...before, ...(this.#data.ways[way] ?? [])], drawing);
  }

  #show(hops: readonly number[], drawing: number): void {
    this.#shown.replaceChildren(...(hops.length === 0 ? [] : [showHops(this.#data, hops)]));
    if (this.#picture !== null) drawWay(this.#picture, this.#data, drawing);
  }
}
