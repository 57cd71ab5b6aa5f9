import { svgStyle } from "../../graph/svg-style.ts";

/** The colours of the page, for the reader's scheme; each text has a contrast of 4.5 on its ground. */
const LIGHT = {
  page: "#ffffff",
  text: "#1f2328",
  faint: "#59636e",
  line: "#d1d9e0",
  edge: "#818b98",
  head: "#f6f8fa",
  link: "#0969da",
  here: "#0969da",
  yes: "#116329",
  "yes-ground": "#dafbe1",
  some: "#7d4e00",
  "some-ground": "#fff8c5",
  no: "#a40e26",
  "no-ground": "#ffebe9",
  unknown: "#424a53",
  "unknown-ground": "#eaeef2",
};

const DARK: typeof LIGHT = {
  page: "#0d1117",
  text: "#f0f6fc",
  faint: "#a4adb8",
  line: "#3d444d",
  edge: "#656c76",
  head: "#151b23",
  link: "#58a6ff",
  here: "#58a6ff",
  yes: "#7ee787",
  "yes-ground": "#0b2b17",
  some: "#f2cc60",
  "some-ground": "#2e2406",
  no: "#ffa198",
  "no-ground": "#3c1214",
  unknown: "#d1d7e0",
  "unknown-ground": "#262c36",
};

/** The style sheet of the page. */
export function pageStyle(): string {
  return [
    `:root { color-scheme: light dark; ${variables(LIGHT)} }`,
    `@media (prefers-color-scheme: dark) { :root { ${variables(DARK)} } }`,
    ...FRAME,
    ...VERDICTS,
    ...MATRIX,
    ...PATH,
    ...PICTURE,
    ...WIDE,
    ...PRINT,
    svgStyle(),
  ].join("\n");
}

function variables(colours: typeof LIGHT): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(" ");
}

const FRAME = [
  "* { box-sizing: border-box }",
  "body { margin: 0; font: 14px/1.45 system-ui, sans-serif; background: var(--page); color: var(--text) }",
  "header, main, noscript { display: block; padding: 12px 16px }",
  "h1 { font-size: 20px; margin: 0 0 8px; overflow-wrap: anywhere } h2 { font-size: 17px; margin: 12px 0 8px; overflow-wrap: anywhere }",
  "h3 { font-size: 14px; margin: 8px 0; display: inline-block } p { margin: 4px 0 }",
  "a { color: var(--link); overflow-wrap: anywhere }",
  ":focus-visible { outline: 3px solid var(--here); outline-offset: -3px }",
  "nav ul { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 8px 0 0; padding: 0; list-style: none }",
  ".legend { display: flex; flex-wrap: wrap; gap: 2px 20px; margin: 0; color: var(--faint) }",
  ".legend div { display: flex; gap: 6px } .legend dd { margin: 0 }",
  ".left-out { color: var(--faint) } :is(.findings, .left-out) { margin: 4px 0 } :is(.findings, .left-out) li { overflow-wrap: anywhere }",
  ".findings li { margin: 4px 0; max-width: 120ch } .findings .warning b { color: var(--some) } .findings .note { color: var(--faint) }",
];

/** Words and shapes: nobody must see colours. The shape is not read out, the word is. */
const VERDICTS = [
  ...(
    [
      ["yes", "reaches", "✓"],
      ["some", "some", "◐"],
      ["no", "blocked", "✕"],
      ["unknown", "unknown", "○"],
    ] as const
  ).flatMap(([passes, verdict, shape]) => [
    `:is(b, i).is-${passes}, :is(b, i).is-${verdict} { color: var(--${passes}) }`,
    `:is(b, i).is-${passes}::before, :is(b, i).is-${verdict}::before { content: "${shape} "; content: "${shape} " / "" }`,
  ]),
  "i { font-style: normal; white-space: nowrap } b { white-space: nowrap }",
];

const MATRIX = [
  ".scroll { overflow: auto; width: fit-content; max-width: 100%; border: 1px solid var(--line); border-radius: 6px }",
  "table { border-collapse: separate; border-spacing: 0; font-size: 13px }",
  "th { text-align: left; font-weight: 600; padding: 5px 8px; background: var(--head); overflow-wrap: anywhere; font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 12px }",
  "thead th { position: sticky; top: 0; z-index: 1; vertical-align: bottom; min-width: 84px; max-width: 160px; border-bottom: 1px solid var(--edge) }",
  "tbody th { position: sticky; left: 0; min-width: 96px; max-width: 34vw; border-right: 1px solid var(--edge) }",
  ".corner { left: 0; z-index: 2; color: var(--faint); font-weight: 400; border-right: 1px solid var(--edge) } .corner span { white-space: nowrap }",
  "td { padding: 0; border-left: 1px solid var(--line) } tr + tr > * { border-top: 1px solid var(--line) }",
  "tbody + tbody tr:first-child > * { border-top: 2px solid var(--edge) }",
  "td button { all: unset; box-sizing: border-box; display: flex; gap: 8px; align-items: center; width: 100%; min-height: 36px; padding: 3px 8px; cursor: pointer }",
  "td button:focus-visible { outline: 3px solid var(--here); outline-offset: -3px }",
  "td button span { display: flex; flex-direction: column; font-size: 11px; line-height: 14px }",
  "td button b { min-width: 44px }",
  ...["yes reaches", "some some", "no blocked", "unknown unknown"].map((pair) => {
    const [passes, verdict] = pair.split(" ");
    return `td:has(b.is-${verdict}) { background: var(--${passes}-ground) }`;
  }),
  'td button:hover, td button[aria-current="true"] { box-shadow: inset 0 0 0 2px var(--here) }',
];

const PATH = [
  ".said { font-weight: 600; overflow-wrap: anywhere }",
  ".close { float: right; font: inherit; padding: 4px 12px; min-height: 28px; border: 1px solid var(--edge); border-radius: 6px; background: var(--head); color: var(--text) }",
  ".tries { border: 1px solid var(--line); border-radius: 6px; margin: 8px 0; padding: 4px 10px; min-width: 0 }",
  ".tries label { display: block; padding: 3px 0; overflow-wrap: anywhere }",
  ".hops { padding-left: 30px; margin: 8px 0 } .hops li { margin: 0 0 6px; padding-left: 4px; overflow-wrap: anywhere } .hops p { margin: 0 }",
  ".hops > .is-no { border-left: 4px solid var(--no); background: var(--no-ground); padding: 4px 8px }",
  ".hops > .is-no strong { color: var(--no) } .hops > :is(.is-some, .is-unknown) strong { color: var(--some) }",
  ".hops strong::before { content: '✕ '; content: '✕ ' / '' } .hops > :is(.is-some, .is-unknown) strong::before { content: '○ '; content: '○ ' / '' }",
  ".hops details { font-size: 12px; color: var(--faint) } .hops summary { cursor: pointer; padding: 3px 0 } .place { color: var(--faint) }",
  "code { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 12px }",
];

const PICTURE = [
  ".picture { overflow-x: auto; margin: 8px 0 } .picture svg { display: block } p.picture { color: var(--faint) }",
  "@media (min-width: 1000px) { .picture svg { max-width: 100%; min-width: 860px; height: auto } }",
  ".hx .way { fill: none; stroke: var(--here); stroke-width: 4; stroke-linejoin: round }",
  ".hx .way.back { stroke-width: 3; stroke-dasharray: 4 4 }",
  ".hx .met > rect:first-child { stroke: var(--here); stroke-width: 2.5 } .hx .broken > rect:first-child { stroke: var(--no); stroke-width: 3.5 }",
  ".hx .badge rect { fill: var(--here); stroke: none } .hx .badge text { fill: var(--page); stroke: none; font-size: 10px; font-weight: 600 }",
  ".hx .badge.is-no rect { fill: var(--no) } .hx .badge:is(.is-some, .is-unknown) rect { fill: var(--unknown) }",
];

const WIDE = [
  "@media screen and (min-width: 1400px) {",
  "  article { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0 24px } article > :is(h2, .findings, .left-out) { flex: 0 0 100% }",
  "  .matrix { flex: 0 1 auto; max-width: calc(100% - 964px) } .path { flex: 1 1 940px }",
  // Words alone need less room than a picture.
  "  article:has(p.picture) .matrix { max-width: calc(100% - 504px) } article:has(p.picture) .path { flex-basis: 480px }",
  "  .matrix, .path { min-width: 0 } .scroll, .path { max-height: calc(100vh - 60px) } .path { overflow: auto; position: sticky; top: 8px }",
  "}",
  ".scroll { max-height: calc(100vh - 60px) }",
];

const PRINT = [
  "@media print {",
  "  .scroll { overflow: visible; max-height: none; border: 0 } thead th, tbody th { position: static } .close, nav, .matrix > p { display: none }",
  "  .picture svg { max-width: 100%; height: auto } tr, li { break-inside: avoid } * { print-color-adjust: exact }",
  "}",
];
