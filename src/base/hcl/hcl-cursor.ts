/** Why a text is no HCL, and where: an offset in UTF-16 units. */
export class HclMistake extends Error {
  override name = "HclMistake";

  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const COMMENT = /#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)[ \t]*\r?\n/uy;
const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
/** Levels: what is nested deeper could exhaust the stack. */
const MAX_DEPTH = 200;

/** Walks over HCL text in pieces that belong together: a string, a heredoc, a comment, what stands in brackets. */
export class HclCursor {
  readonly text: string;
  at = 0;
  #depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The character here; empty at the end. */
  get next(): string {
    return this.text.charAt(this.at);
  }

  /** Passes over spaces and comments, and over line breaks where they mean nothing. */
  skipSpace(andLines: boolean): void {
    const space = andLines ? /[\s\uFEFF]+/y : /[ \t\r\uFEFF]+/y;
    while (this.take(space) !== null || this.take(COMMENT) !== null);
  }

  /** The name here; null where none begins. */
  takeIdentifier(): string | null {
    return this.take(IDENTIFIER);
  }

  /** The quoted text here, quotes and all; null where none begins. */
  takeQuoted(): string | null {
    if (this.next !== '"') return null;
    const start = this.at;
    this.#skipQuoted();
    return this.text.slice(start, this.at);
  }

  /** Passes over a character that has to stand here. */
  expect(character: string): void {
    if (this.next !== character) throw this.mistake(`${JSON.stringify(character)} is missing`);
    this.at += 1;
  }

  /** The text up to one of the characters, without the spaces and comments around it. What is in brackets and quotes is passed over. */
  takeUntil(stops: string): { readonly text: string; readonly offset: number } {
    this.skipSpace(!stops.includes("\n"));
    const start = this.at;
    let end = start;
    while (this.next !== "" && !stops.includes(this.next)) end = this.#skipPiece() ? this.at : end;
    return { text: this.text.slice(start, end), offset: start };
  }

  /** What is wrong here. */
  mistake(message: string, offset = this.at): HclMistake {
    return new HclMistake(message, offset);
  }

  /** The text that a sticky pattern finds here; null where it finds none. */
  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const [found = null] = pattern.exec(this.text) ?? [];
    if (found !== null) this.at += found.length;
    return found;
  }

  /** False: nothing but space or a comment stood there. */
  #skipPiece(): boolean {
    if (this.take(/[^\S\n]+|\n/y) !== null || this.take(COMMENT) !== null) return false;
    if (this.next === '"') this.#skipQuoted();
    else if (this.next in CLOSING) this.skipBrackets();
    else if (")]}".includes(this.next)) throw this.mistake(`${JSON.stringify(this.next)} closes nothing`);
    else if (!this.#skipHeredoc()) this.at += 1;
    return true;
  }

  /** Passes over what stands in brackets, which open here. */
  skipBrackets(): void {
    const start = this.at;
    const closing = CLOSING[this.next] ?? "";
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw this.mistake("it is nested too deep");
    this.at += 1;
    while (this.next !== closing) {
      if (this.next === "") throw this.mistake("this bracket is never closed", start);
      this.#skipPiece();
    }
    this.at += 1;
    this.#depth -= 1;
  }

  #skipQuoted(): void {
    const start = this.at;
    this.at += 1;
    while (this.next !== '"') {
      if (this.next === "" || this.next === "\n") throw this.mistake("this text is never closed", start);
      this.skipPieceOfText();
    }
    this.at += 1;
  }

  /** Passes over one character of a text, or over a template in it. */
  skipPieceOfText(): void {
    if (this.take(/\\[\s\S]|\$\$\{|%%\{/y) !== null) return;
    if (/^[$%]\{$/.test(this.text.slice(this.at, this.at + 2))) {
      this.at += 1;
      this.skipBrackets();
    } else this.at += 1;
  }

  #skipHeredoc(): boolean {
    const start = this.at;
    const opened = this.take(HEREDOC);
    if (opened === null) return false;
    const word = /[^<\-\s][^\s]*/.exec(opened)?.[0] ?? "";
    const end = new RegExp(`^[ \\t]*${word}[ \\t]*$`, "m");
    const found = end.exec(this.text.slice(this.at).replaceAll("\r", " "));
    if (found === null) throw this.mistake("this heredoc is never closed", start);
    this.at += found.index + found[0].length;
    return true;
  }
}
