import { describe, expect, test } from "vitest";
import { formatPath } from "../../src/base/path.ts";
import { compile } from "../../src/pipeline.ts";
import { stackText } from "../support/synth-json.ts";
import { textPlaces, withText } from "../support/text-places.ts";

const HOSTILE = "${aws_vpc.main.id}%{ if true }'\"`$(id)`";

describe("template syntax, quotes and shell syntax in a text", () => {
  const places = textPlaces();

  test("there are many places to try", () => expect(places.length).toBeGreaterThan(40));

  test.each(places.map((place) => [place.file, formatPath(place.path), place] as const))(
    "%s: %s is a finding, or reaches Terraform as text",
    (file, _, place) => {
      const text = withText(place, HOSTILE);
      const { networks, findings } = compile([{ file, text }], "2026-01-01");
      const errors = findings.filter(({ severity }) => severity === "error");
      if (errors.length > 0) {
        for (const { span, message } of errors)
          expect([span !== null, message.includes("\n")]).toEqual([true, false]);
        return;
      }
      const json = networks.map(stackText).join("");
      expect(json).not.toMatch(/(?<!\$)\$\{aws_vpc\.main\.id\}%/);
      expect(json).not.toMatch(/(?<!%)%\{ if/);
    },
  );
});
