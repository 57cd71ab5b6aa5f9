import { escapeXml } from "./escape-xml.ts";

/** The first lines of a page that is whole in itself, up to its style; `policy` is its content security policy. */
export function pageHead(title: string, policy: string): readonly string[] {
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeXml(title)}</title>`,
  ];
}
