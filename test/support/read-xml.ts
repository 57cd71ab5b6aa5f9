/** An element of an XML text, with its attributes as they were meant. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const TOKEN = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|[^<]+|<\?xml version="1.0" encoding="UTF-8"\?>/g;
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * The elements of a text in document order. Reads the small part of XML 1.0 that reports are made of, and throws for
 * everything else: what it does not know, tags that do not match, characters that XML forbids.
 */
export function readXml(xml: string): readonly Element[] {
  const tokens = [...xml.matchAll(TOKEN)];
  const isWhole = tokens.map(([token]) => token).join("") === xml;
  if (!isWhole || !xml.startsWith("<?xml ") || FORBIDDEN.test(xml)) throw new Error(`no XML: ${xml}`);
  const open: string[] = [];
  const elements = tokens.flatMap(([token, close, name, attributes = "", empty]) => {
    if (name === undefined) {
      decode(token);
      return [];
    }
    if (close === "/") {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
      return [];
    }
    if (empty !== "/") open.push(name);
    return [{ name, attributes: attributesOf(attributes) }];
  });
  if (open.length > 0) throw new Error(`no end of ${open.join(", ")}`);
  return elements;
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(/ ([a-z]+)="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name = "", value = ""]) => [name, decode(value)]));
}

function decode(text: string): string {
  if (text.includes("]]>")) throw new Error("]]> in text");
  return text.replace(/&([^;]*;)?/g, (_, name: string | undefined) => {
    const character = ENTITIES[(name ?? "").slice(0, -1)];
    if (character === undefined) throw new Error(`unknown entity &${name}`);
    return character;
  });
}
