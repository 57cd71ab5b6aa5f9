import { expect, test } from "vitest";
import { isEarlierVersion } from "../../src/base/is-earlier-version.ts";

test.each([
  ["1.3.9", "1.4.0"],
  ["0.9.9", "1.4.0"],
  ["1.4.0", "1.4.1"],
  ["6.10", "7.2"],
  ["5.0.6", "6.2"],
])("%s comes before %s", (text, than) => {
  expect(isEarlierVersion(text, than)).toBe(true);
});

test.each([
  ["1.4.0", "1.4.0"],
  ["1.4.1", "1.4.0"],
  ["2.0.0", "1.4.0"],
  ["7.10", "7.2"],
  ["7", "7.2"],
  ["1.4", "1.4.0"],
  ["LATEST", "1.4.0"],
])("%s does not come before %s", (text, than) => {
  expect(isEarlierVersion(text, than)).toBe(false);
});
