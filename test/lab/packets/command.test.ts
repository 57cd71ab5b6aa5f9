import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, it } from "vitest";
import { makeProject, ROOT } from "../../cli/project.ts";
import { findLabTools } from "../../support/lab-tools.ts";
import { describeWithTools } from "../../support/tools.ts";

const PLAYGROUND = `${ROOT}blueprints/nat64-playground.yaml`;

describeWithTools("laboratory: hextet lab", findLabTools(), () => {
  it("runs a command on a host, which asks names and reaches IPv4 by NAT64", async () => {
    const { hextet } = makeProject();
    const on = ["lab", PLAYGROUND, "--from", "app@app_a", "--"];
    const curl = await hextet(...on, "curl", "-sS", "-m", "5", "http://ipv4-only.example.com");
    expect(curl.stdout).toBe("internet was asked by 198.18.0.3\n");
    expect(curl.status).toBe(0);
    const dig = await hextet(...on, "dig", "+short", "legacy.aws-instance.lab", "AAAA");
    expect(dig.stdout).toBe("64:ff9b::afe:1eb\n");
    const ping = await hextet(...on, "ping", "-c", "1", "-W", "2", "ipv6-only.example.com");
    expect(ping.stdout).toContain("1 received");
  });

  it("ends with an error when the command does, or is none, or the host is none", async () => {
    const { hextet } = makeProject();
    expect((await hextet("lab", PLAYGROUND, "--", "false")).status).toBe(1);
    const unknown = await hextet("lab", PLAYGROUND, "--", "no-such-command");
    expect([unknown.status, unknown.stderr]).toEqual([
      1,
      expect.stringContaining("cannot run no-such-command: No such file or directory"),
    ]);
    expect(unknown.stderr).not.toContain("did not stand");
    const nowhere = await hextet("lab", PLAYGROUND, "--from", "app", "--", "true");
    expect(nowhere.stderr).toContain('there is no host "app": known: jump, legacy, app@app_a');
    expect(nowhere.status).toBe(1);
  });

  it("shows what arrived of every pair", async () => {
    const { hextet } = makeProject();
    const { stdout, status } = await hextet("lab", PLAYGROUND, "--check");
    const app = stdout.split("\n\n").find((part) => part.startsWith("app@app_a\n"));
    expect(app).toMatch(/^ {2}legacy NAT64 +tcp\/80$/m);
    expect(app).not.toMatch(/legacy IPv[46]/);
    expect(stdout).toMatch(/\d+ tried: \d+ arrived, \d+ refused, \d+ without an answer/);
    expect(stdout).toMatch(
      /\ncompared with hextet reach: \d+ arrive, \d+ do not, 0 disagree, 0 unknown to reach, 0 not compared\n$/,
    );
    expect(stdout).toMatch(/\nnames: \d+ answered alike, 0 disagree, \d+ unknown to reach\n/);
    expect(status).toBe(0);
  });

  it("writes of all that as JSON what docs/lab.schema.json says", async () => {
    const { stdout, status } = await makeProject().hextet("lab", PLAYGROUND, "--check", "-f", "json");
    expect(status).toBe(0);
    const schema: unknown = JSON.parse(readFileSync(`${ROOT}docs/lab.schema.json`, "utf8"));
    if (typeof schema !== "object" || schema === null) throw new Error("no schema");
    const isValid = new Ajv({ allowUnionTypes: true }).compile(schema);
    isValid(JSON.parse(stdout));
    expect(isValid.errors ?? []).toEqual([]);
    const { tries, counts } = JSON.parse(stdout);
    expect(tries).toHaveLength(counts.arrive + counts.lost);
  });

  it("lists the hosts without a laboratory, and wants exactly one thing to do", async () => {
    const { hextet, hextetWith } = makeProject();
    const list = await hextetWith({ PATH: "/nowhere" }, "lab", PLAYGROUND, "--list");
    expect(list.stdout).toMatch(/^legacy +10\.254\.1\.235$/m);
    const missing = await hextetWith({ PATH: "/nowhere" }, "lab", PLAYGROUND, "--check");
    expect(missing.stderr).toContain("hextet: the laboratory needs ip, nft,");
    expect(missing.status).toBe(1);
    const both = await hextet("lab", PLAYGROUND, "--check", "--list");
    expect([both.status, both.stderr]).toEqual([
      2,
      expect.stringContaining("one of --check, --list, or a command"),
    ]);
  });
});
