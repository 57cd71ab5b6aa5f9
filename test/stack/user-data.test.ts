// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform and shells write
import { expect, test } from "vitest";
import { escapeTemplates } from "../../src/stack/escape-templates.ts";
import { encodedUserData } from "../../src/stack/user-data.ts";

test.each([
  ["#!/bin/bash\necho hi\n", '${base64encode("#!/bin/bash\\necho hi\\n")}'],
  ['echo "a \\ b"', '${base64encode("echo \\"a \\\\ b\\"")}'],
  ["a\r\n\tb\u0000\u0085", '${base64encode("a\\r\\n\\tb\\u0000\\u0085")}'],
  ["echo ${HOME} %{host}", '${base64encode("echo $${HOME} %%{host}")}'],
  ["$${x}", '${base64encode("$$${x}")}'],
  ["caf\u00e9", '${base64encode("caf\u00e9")}'],
  ["", '${base64encode("")}'],
])("%j is written for reviewers to read", (text, expected) => {
  expect(encodedUserData(escapeTemplates(text))).toBe(expected);
});

test("text that Terraform would bring to NFC is encoded here", () => {
  const text = "cafe\u0301 ${HOME} %{host} \ue000";
  const encoded = encodedUserData(escapeTemplates(text));
  expect(encoded).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(Buffer.from(encoded, "base64").toString("utf8")).toBe(text);
});
