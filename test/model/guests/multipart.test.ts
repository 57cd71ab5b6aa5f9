import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { contentType, multipart } from "../../../src/model/guests/multipart.ts";
import { parseJson } from "../../support/json.ts";

/** What cloud-init's own parser, Python's, makes of a text: content type and bytes of each leaf. */
const READ = `
import email, json, sys
message = email.message_from_string(sys.stdin.buffer.read().decode("utf-8"))
leaves = [part for part in message.walk() if not part.is_multipart()]
print(json.dumps([[part.get_content_type(), part.get_payload(decode=True).decode("utf-8")] for part in leaves]))
`;

function read(text: string): unknown {
  const { stdout, status, stderr } = spawnSync("python3", ["-c", READ], { input: text, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return parseJson(stdout, "python3");
}

const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython) process.stderr.write("python3 not found: nothing parses the multiparts\n");

test.each([
  ["#!/bin/bash\n", "text/x-shellscript"],
  ["#!/usr/bin/env python3\n", "text/x-shellscript"],
  ["#cloud-config\n", "text/cloud-config"],
  ["#cloud-config-archive\n", "text/cloud-config-archive"],
  ["## template: jinja\n#cloud-config\n", "text/jinja2"],
  ["#cloud-boothook\n", "text/cloud-boothook"],
  ["#include\nhttps://example.com/\n", "text/x-include-url"],
  ["#include-once\nhttps://example.com/\n", "text/x-include-once-url"],
  ["#part-handler\n", "text/part-handler"],
  ["MIME-Version: 1.0\n", "multipart"],
  ["Content-Type: multipart/mixed", "multipart"],
  ["# a comment\n", null],
  ["#cloud-configuration\n", null],
  ["<powershell>", null],
  ["", null],
])("cloud-init handles %j as %s", (text, type) => {
  expect(contentType(text)).toBe(type);
});

describe.skipIf(!hasPython)("a multipart", () => {
  const parts = [
    { type: "text/x-shellscript", text: "#!/bin/sh\necho one\n" },
    { type: "text/cloud-config", text: "#cloud-config\npackages: [nginx]" },
  ];
  const leaves = parts.map(({ type, text }) => [type, text]);

  test("keeps every part as it is, in order", () => {
    expect(read(multipart(parts))).toEqual(leaves);
  });

  test.each([
    "caf\u00e9 \u4e2d\u6587 \u{1f98a}",
    "one\r\ntwo\rthree",
    "",
    "\n\n",
    "--==hextet==\n--==hextet==--\n",
    "From here\nMIME-Version: 1.0\n",
    "a\u0000b",
    "x".repeat(2000),
  ])("brings %j unharmed", (text) => {
    const odd = { type: "text/x-shellscript", text: `#!/bin/sh\n${text}` };
    expect(read(multipart([...parts, odd, ...parts]))).toEqual([...leaves, [odd.type, odd.text], ...leaves]);
  });

  test("takes in another multipart with its own parts", () => {
    const inner = multipart(parts);
    expect(read(multipart([...parts, { type: "multipart", text: inner }]))).toEqual([...leaves, ...leaves]);
  });
});
