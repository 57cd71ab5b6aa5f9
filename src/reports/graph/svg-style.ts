import { FONT_SIZES } from "./fit-text.ts";
import { FACES, PAGE, PAINTS, WIRES } from "./palette.ts";

type Scheme = "light" | "dark";

const FONT =
  'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace';

/** The style sheet of the pictures, for both schemes. Concrete colours: not every reader of SVG knows variables. */
export function svgStyle(): string {
  return [
    `.hx text { font-family: ${FONT}; white-space: pre }`,
    ...Object.entries(FONT_SIZES).map(([face, size]) => `.hx .${face} { font-size: ${size}px }`),
    ".hx .title, .hx .name { font-weight: 600 }",
    ".hx .wire { fill: none; stroke-width: 1.5 }",
    ".hx .thing, .hx .gateway { stroke-width: 1.5 }",
    ".hx .vpc { stroke-dasharray: 5 3 }",
    ...colours("light"),
    "@media (prefers-color-scheme: dark) {",
    ...colours("dark").map((line) => `  ${line}`),
    "}",
  ].join("\n");
}

function colours(scheme: Scheme): readonly string[] {
  return [
    `.hx .page { fill: ${PAGE[scheme]} }`,
    ...Object.entries(FACES).map(([face, colour]) => `.hx .${face} { fill: ${colour[scheme]} }`),
    ...Object.entries(PAINTS).flatMap(([tone, paint]) =>
      paint === null ? [] : [`.hx .${tone} { fill: ${paint.fill[scheme]}; stroke: ${paint.edge[scheme]} }`],
    ),
    ...Object.entries(WIRES).flatMap(([kind, colour]) => [
      `.hx .wire-${kind} { stroke: ${colour[scheme]} }`,
      `.hx .head-${kind} { fill: ${colour[scheme]} }`,
    ]),
  ];
}
