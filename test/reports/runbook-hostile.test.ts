import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderRunbooks, runbookOf } from "../../src/reports/runbook/runbook.ts";
import { cliFilter, shellQuote } from "../../src/reports/runbook/runbook-shell.ts";
import { HOSTILE_TEXTS, hostileText } from "../support/hostile-text.ts";
import { bash, bashBlocks, stepOf, stepsOf } from "../support/runbook.ts";
import { sampleNetwork, sampleSecurityGroup } from "../support/sample-network.ts";

describe("shellQuote", () => {
  const asBashReads = (texts: readonly string[]) => {
    const script = texts.map((text) => `printf '%s\\0' ${shellQuote(text)}`).join("\n");
    return bash(["-s"], script).stdout.split("\0").slice(0, -1);
  };

  it("gives Bash exactly the text, on one line", () => {
    const texts = [
      "plain-1.2/3:a",
      "it's",
      "$(touch /tmp/x)",
      "`id`",
      "a\nb",
      "-n",
      "~",
      "!x",
      ...HOSTILE_TEXTS,
    ];
    for (const text of texts) expect(shellQuote(text)).not.toMatch(/[\n\r]/);
    expect(asBashReads(texts)).toEqual(texts);
  });

  it("gives Bash exactly any text", () => {
    const wellFormed = hostileText.filter((text) => !text.includes("\0") && !/\p{Cs}/u.test(text));
    const texts = fc.sample(wellFormed, { numRuns: 300, seed: 1 });
    expect(asBashReads(texts)).toEqual(texts);
  });
});

describe("cliFilter", () => {
  it.each([
    [["web-a", "web-b"], "Name=tag:Name,Values=web-a,web-b"],
    [["a,b"], `'Name=tag:Name,Values="a,b"'`],
    [['say "x"'], `'Name=tag:Name,Values="say \\"x\\""'`],
    [["all*"], `'Name=tag:Name,Values="all\\\\*"'`],
  ])("writes %j so that the values are meant literally", (values, word) => {
    expect(cliFilter("tag:Name", ...values)).toBe(word);
  });
});

describe("a hostile network", () => {
  const hostile = "'; touch /tmp/hextet-pwned; '\n```\n# <b>head</b> [x](http://x) $(id) `id` | \u202e";
  const tags = { Name: hostile };
  const network = sampleNetwork({
    description: hostile,
    securityGroups: [sampleSecurityGroup("web", { tags })],
    dhcpOptions: {
      path: ["network", "dhcpOptions"],
      domainName: hostile,
      domainNameServers: [hostile],
      ntpServers: [],
      ipv6AddressPreferredLeaseTime: null,
      tags,
    },
  });
  const text = renderRunbooks([network]);

  it("breaks out of no block, and shows no character that could drive a terminal", () => {
    const steps = stepsOf(runbookOf(network));
    expect(bashBlocks(text)).toHaveLength(steps.length);
    expect(text).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}/u);
    for (const block of bashBlocks(text)) expect(bash(["-n"], block).stderr).toBe("");
  });

  it("puts the name into the command as one word", () => {
    const [command = ""] = stepOf(runbookOf(network), "Security group web").commands;
    const script = `aws() { printf '%s\\0' "$@"; }; VPC=vpc-1\n${command}\nprintf '%s' "$GROUP"`;
    const words = bash(["-c", script.replace("GROUP=$(", "{ ").replace(/\)\n/, "; }\n")]).stdout.split("\0");
    const literal = hostile.replaceAll('"', '\\"');
    expect(words).toContain(`Name=tag:Name,Values="${literal}"`);
    expect(words).toContain("Name=vpc-id,Values=vpc-1");
  });

  it("stays text in Markdown", () => {
    const line = text.split("\n").find((one) => one.startsWith("In eu-west-1: ")) ?? "";
    expect(line).toContain("&lt;b&gt;head&lt;/b&gt; \\[x\\](http://x)");
    expect(line).toContain("\\`\\`\\`");
  });
});
