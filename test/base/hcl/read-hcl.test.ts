import { parse } from "@cdktf/hcl2json";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { HclMistake } from "../../../src/base/hcl/hcl-cursor.ts";
import { readHcl } from "../../../src/base/hcl/read-hcl.ts";

/** In the shape of HashiCorp's own parser: a file is a body. */
function asHashicorp(text: string): unknown {
  const read = readHcl(`file {\n${text}\n}\n`);
  if (read instanceof HclMistake) throw read;
  return read.blocks[0]?.body;
}

const TEXTS: Readonly<Record<string, string>> = {
  literals: 'a = 1\nb = -2.5\nc = true\nd = null\ne = "x"\nf = []\ng = {}\n',
  escapes: 'a = "q\\"\\\\ \\n \\t \\u00e9 \\U0001F600"\n',
  templates: 'a = "${b.c}"\nb = "x-${d["e"]}-%{if f}g%{endif}"\nc = "$${not} %%{a}"\n',
  references: "a = aws_vpc.main.id\nb = aws_subnet.x[0].id\nc = cidrsubnet(d, 8, 1)\ne = a ? b : c\n",
  lists: 'a = ["x", 1, aws_vpc.main.id, [true], { b = 1 }]\nc = [\n  # one\n  "y", // two\n  "z",\n]\n',
  maps: 'a = { b = 1, "c d" = "e", f : g.h }\ni = {\n  j = 1\n  k = { l = m }\n}\n',
  loops: "a = [for b in c : b.d]\ne = { for f, g in h : f => g }\n",
  comments: "# one\n// two\n/* three\n four */ a = 1 # five\nb = 2 /* six */\n",
  heredocs: "a = <<EOT\n  x ${y}\n\n z\nEOT\nb = <<-EOT\n    one\n      two\n  EOT\nc = 1\n",
  blocks:
    'resource "aws_vpc" "main" {\n  tags = { a = "b" }\n  lifecycle { prevent_destroy = false }\n  b {}\n  b { c = 1 }\n}\nresource "aws_vpc" "other" {}\nterraform {\n  backend "s3" {\n    key = "x"\n  }\n}\n',
  dynamic:
    'resource "a" "b" {\n  dynamic "ingress" {\n    for_each = c\n    content {\n      d = ingress.value\n    }\n  }\n}\n',
  unquoted: "locals {\n a = 1\n}\nvariable x {\n  type = list(string)\n}\n",
  windows: 'a = 1\r\nb {\r\n  c = "d"\r\n}\r\n',
  conditions: "a = b == c ? 1 : 2\nd = !e\nf = (\n  g\n  + h\n)\n",
};

describe("a text is read as HashiCorp's own parser reads it", () => {
  it.each(Object.entries(TEXTS))("%s", async (_, text) => {
    expect(asHashicorp(text)).toEqual(await parse("x.tf", text));
  });
});

test.each([
  ["a = ", "a value is missing"],
  ["a = 1 b = 2", "closes"],
  ['a = "x', "this text is never closed"],
  ["a = [1", "this bracket is never closed"],
  ["a {", '"}" is missing'],
  ["}", '"}" closes nothing'],
  ["a = <<EOT\nx\n", "this heredoc is never closed"],
  ["a = 1\na = 2", "a is set twice"],
  ["a b", 'a is followed by neither "=" nor a block'],
])("%j is refused, here and by HashiCorp's parser", async (text, words) => {
  const read = readHcl(text);
  if (words !== "closes") expect(read).toMatchObject({ message: words });
  await expect(parse("x.tf", text)).rejects.toThrow();
});

test("any text is read or refused, and nothing is thrown", () => {
  const pieces = fc.constantFrom(
    ...'a b = { } [ ] ( ) " , \n # / * < - EOT << ${ %{ \\ 1 . : \r'.split(" "),
    " ",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const read = readHcl(parts.join(""));
      expect(read instanceof HclMistake || Array.isArray(read.blocks)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
