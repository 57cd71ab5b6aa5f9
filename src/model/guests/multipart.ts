/** One part of a cloud-init multipart. */
export interface Part {
  /** Content type; `multipart` for a text that is a multipart itself and brings its own headers. */
  readonly type: string;
  readonly text: string;
}

/** What cloud-init knows a text by, the first that fits: https://cloudinit.readthedocs.io/en/latest/explanation/format.html */
const BEGINNINGS: readonly (readonly [beginning: RegExp, type: string])[] = [
  [/^#!/, "text/x-shellscript"],
  [/^## template: jinja/, "text/jinja2"],
  [/^#cloud-config-archive\b/, "text/cloud-config-archive"],
  [/^#cloud-config\b/, "text/cloud-config"],
  [/^#cloud-boothook\b/, "text/cloud-boothook"],
  [/^#include-once\b/, "text/x-include-once-url"],
  [/^#include\b/, "text/x-include-url"],
  [/^#part-handler\b/, "text/part-handler"],
  [/^(?:mime-version|content-type):/i, "multipart"],
];

/** What a 7-bit body may hold; the rest is encoded, for cloud-init reads an 8-bit body as Latin-1. */
const PLAIN = /^[\t\n\x20-\x7e]*$/;

/** The content type by which cloud-init handles a text; `multipart` for one that has its own; null: it ignores it. */
export function contentType(text: string): string | null {
  return BEGINNINGS.find(([beginning]) => beginning.test(text))?.[1] ?? null;
}

/** The parts as one MIME multipart, each of which arrives as it is; cloud-init runs scripts in this order. */
export function multipart(parts: readonly Part[]): string {
  const bodies = parts.map(bodyOf);
  const boundary = boundaryFor(bodies);
  return [
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    "MIME-Version: 1.0",
    "",
    ...bodies.flatMap((body) => [`--${boundary}`, body]),
    `--${boundary}--`,
    "",
  ].join("\n");
}

function bodyOf({ type, text }: Part): string {
  if (type === "multipart") return text;
  const isPlain = PLAIN.test(text);
  const encoding = isPlain ? "7bit" : "base64";
  const head = [`Content-Type: ${type}; charset="utf-8"`, `Content-Transfer-Encoding: ${encoding}`];
  return [...head, "", isPlain ? text : base64(text)].join("\n");
}

function base64(text: string): string {
  const lines =
    Buffer.from(text, "utf8")
      .toString("base64")
      .match(/.{1,76}/g) ?? [];
  return lines.join("\n");
}

/** A boundary that begins no line of the bodies. */
function boundaryFor(bodies: readonly string[]): string {
  let boundary = "==hextet==";
  while (bodies.some((body) => body.includes(`--${boundary}`))) boundary = `=${boundary}`;
  return boundary;
}
