import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { ROOT } from "../../cli/project.ts";
import { outcomesOf } from "../../support/lab-outcomes.ts";
import { labStack } from "../../support/lab-stack.ts";
import { findLabTools } from "../../support/lab-tools.ts";
import { cleanEnv, run } from "../../support/run.ts";
import { describeWithTools } from "../../support/tools.ts";

/** A word in the command line of everything that the laboratory of the test runs. */
const MARK = `hextet-lab-mark-${process.pid}`;

const HERE = { cwd: ROOT, env: cleanEnv(), timeout: 20_000 };

/** What anybody could see of a laboratory from outside. */
async function outside(): Promise<string> {
  const parts = [
    ["ip", "-br", "link"],
    ["ip", "-br", "address"],
    ["ip", "route"],
    ["ip", "-6", "route"],
    ["ip", "netns"],
    ["nft", "list", "ruleset"],
  ];
  const said: string[] = [];
  for (const [command = "", ...args] of parts) said.push((await run(command, args, HERE)).stdout);
  return said.join("\n---\n");
}

/** The processes whose command line has the mark, by id. */
function marked(): readonly string[] {
  return readdirSync("/proc").filter((id) => {
    if (!/^\d+$/.test(id)) return false;
    try {
      return readFileSync(join("/proc", id, "cmdline"), "utf8").includes(MARK);
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
}

async function until(holds: () => boolean): Promise<void> {
  // Two minutes: on a busy machine a laboratory takes more than half of one.
  for (let tries = 0; tries < 2400 && !holds(); tries++) await wait(50);
  expect(holds()).toBe(true);
}

describeWithTools("laboratory: clean-up", findLabTools(), () => {
  it("leaves nothing behind when its process is killed, and touches nothing outside meanwhile", async () => {
    const before = await outside();
    const blueprint = join(ROOT, "blueprints/nat64-playground.yaml");
    const words = ["--", "sh", "-c", `echo standing; sleep 600 # ${MARK}`];
    const lab = spawn(process.execPath, [join(ROOT, "src/hextet.js"), "lab", blueprint, ...words], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    let said = "";
    lab.stdout.on("data", (part: Buffer) => {
      said += part.toString("utf8");
    });
    await until(() => said.includes("standing"));
    expect(marked().length).toBeGreaterThan(1);
    expect(await outside()).toBe(before);
    lab.kill("SIGKILL");
    await until(() => marked().length === 0);
    expect(await outside()).toBe(before);
  });

  it("leaves an interrupt to the command, as a terminal sends it to all", async () => {
    const args = ["lab", join(ROOT, "blueprints/nat64-playground.yaml"), "--from", "app@app_a", "--"];
    const ping = ["ping", "-i", "0.2", "ipv6-only.example.com"];
    const lab = spawn(process.execPath, [join(ROOT, "src/hextet.js"), ...args, ...ping], {
      stdio: ["ignore", "pipe", "ignore"],
      detached: true,
    });
    let said = "";
    lab.stdout.on("data", (part: Buffer) => {
      said += part.toString("utf8");
    });
    const ended = new Promise<number | null>((resolve) => lab.on("close", resolve));
    await until(() => said.includes("icmp_seq=2"));
    // Without an id the whole group of the tests would be meant.
    if (lab.pid === undefined) throw new Error("the laboratory has no process");
    process.kill(-lab.pid, "SIGINT");
    expect(await ended).toBe(0);
    expect(said).toMatch(/\d+ packets transmitted, \d+ received, 0% packet loss/);
  });

  it("does not meet another one that has the same addresses", async () => {
    const one = labStack();
    const other = labStack({
      aws_vpc_security_group_ingress_rule: {
        open_ipv4: {
          security_group_id: "${aws_security_group.closed.id}",
          ip_protocol: "-1",
          cidr_ipv4: "0.0.0.0/0",
        },
      },
    });
    const text = "a > b ipv4 tcp 80";
    const [first, second] = await Promise.all([outcomesOf(one, [text]), outcomesOf(other, [text])]);
    expect([first[text], second[text]]).toEqual(["arrived", "timeout"]);
  });
});
