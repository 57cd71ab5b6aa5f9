import { escapeUnsafe } from "../findings/terminal-text.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for an element or an attribute of XML and HTML; what would reorder or end text, or is no character of XML, becomes visible. */
export function escapeXml(text: string): string {
  return escapeUnsafe(text)
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
