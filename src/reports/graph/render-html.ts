import { escapeXml } from "./escape-xml.ts";
import { pageHead } from "./page-head.ts";
import { FACES, PAGE, WIRES } from "./palette.ts";
import type { Picture } from "./picture.ts";
import { svgElement } from "./render-svg.ts";
import { svgStyle } from "./svg-style.ts";

/** Pictures on one page that is whole in itself: no script, nothing that is loaded, for both colour schemes. */
export function renderHtml(pictures: readonly Picture[]): string {
  const [only] = pictures.length === 1 ? pictures : [];
  const title = only?.title ?? `${pictures.length} networks`;
  return [
    ...pageHead(title, "default-src 'none'; style-src 'unsafe-inline'"),
    "<style>",
    ...pageStyle(),
    svgStyle(),
    "</style>",
    "</head>",
    "<body>",
    ...(only === undefined ? [contents(pictures)] : []),
    "<main>",
    `<h1>${escapeXml(title)}</h1>`,
    ...pictures.map(figure),
    "</main>",
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function contents(pictures: readonly Picture[]): string {
  const links = pictures.map(
    ({ title }, index) => `<li><a href="#network-${index + 1}">${escapeXml(title)}</a></li>`,
  );
  return `<nav aria-label="Networks"><ul>${links.join("")}</ul></nav>`;
}

function figure(picture: Picture, index: number): string {
  // What can be scrolled takes the keyboard's arrows too, and so has a name.
  const label = escapeXml(`Picture of ${picture.title}`);
  return `<figure id="network-${index + 1}" tabindex="0" aria-label="${label}">\n${svgElement(picture)}\n</figure>`;
}

function pageStyle(): readonly string[] {
  const scheme = (name: "light" | "dark") =>
    `body { background: ${PAGE[name]}; color: ${FACES.text[name]} } a { color: ${WIRES.internet[name]} }`;
  return [
    "body { margin: 0; font: 14px system-ui, sans-serif }",
    // For screen readers: each picture shows its own title.
    "h1 { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%) }",
    "nav ul { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 0; padding: 16px; list-style: none }",
    // A picture keeps its size, so that its text can be read; what is wider than the window is scrolled.
    "figure { margin: 0 0 24px; overflow-x: auto }",
    "figure svg { display: block; margin: 0 auto }",
    scheme("light"),
    `@media (prefers-color-scheme: dark) { ${scheme("dark")} }`,
  ];
}
