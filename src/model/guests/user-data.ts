import type { Guest } from "../types/guest.ts";
import { contentType, multipart, type Part } from "./multipart.ts";
import { powershellLines } from "./powershell.ts";
import { packageMirrorLines, shellLines } from "./shell.ts";

/** The final user data, or why the author's own cannot follow what the guest is told. */
export type UserData =
  | { readonly text: string | null; readonly problem: null }
  | { readonly text: null; readonly problem: { readonly message: string; readonly hint: string } };

/** `#!` and a POSIX shell, such as `#!/bin/bash -e` or `#!/usr/bin/env sh`. */
const SHELL = /^#!\s*\S*\/(?:env\s+(?:-\S+\s+)*)?(?:ba|da|k|z|a)?sh(?:\s|$)/;
const BEGIN = "# --- What Hextet tells the guest about IPv6 ---";
const END = "# --- The author's own ---";

/**
 * What the guest is told, and the author's own user data behind it. With nothing to tell it is the author's alone, in
 * whatever form; null: there is neither. The region names AWS's endpoints.
 */
export function userDataOf(guest: Guest, region: string, written: string | null): UserData {
  if (guest.platform === "windows") return windowsUserData(powershellLines(guest), written);
  const lines = shellLines(guest, region);
  if (lines.length === 0 && guest.packageMirror === null) return { text: written, problem: null };
  return guest.format === "cloud-init"
    ? cloudInitUserData(lines, guest.packageMirror, written)
    : scriptUserData([...lines, ...mirrorLines(guest)], written);
}

function mirrorLines({ packageMirror }: Guest): readonly string[] {
  return packageMirror === null ? [] : packageMirrorLines(packageMirror);
}

/** One script: the author's first line names the shell, and variables that are exported reach the author's lines. */
function scriptUserData(lines: readonly string[], written: string | null): UserData {
  if (written === null) return { text: script("#!/bin/sh", lines, []), problem: null };
  const [first = "", ...rest] = written.split("\n");
  if (SHELL.test(first)) return { text: script(first, lines, [END, ...rest]), problem: null };
  return cannotFollow(
    "userData is no shell script",
    "begin it with #!/bin/bash, or write guest.format: cloud-init",
  );
}

function script(first: string, lines: readonly string[], rest: readonly string[]): string {
  const text = [first, BEGIN, ...lines, ...rest].join("\n");
  return rest.length === 0 ? `${text}\n` : text;
}

/**
 * The mirror as cloud-config, which cloud-init heeds before it installs any package; the author's own cloud-config
 * follows and its keys win.
 */
function cloudInitUserData(
  lines: readonly string[],
  mirror: string | null,
  written: string | null,
): UserData {
  const parts: Part[] = [];
  if (mirror !== null) {
    const apt = { primary: [{ arches: ["default"], uri: mirror }] };
    parts.push({ type: "text/cloud-config", text: `#cloud-config\napt: ${JSON.stringify(apt)}\n` });
  }
  if (lines.length > 0) parts.push({ type: "text/x-shellscript", text: script("#!/bin/sh", lines, []) });
  if (written === null) return { text: multipart(parts), problem: null };
  const type = contentType(written);
  if (type !== null) return { text: multipart([...parts, { type, text: written }]), problem: null };
  const hint = "begin it with #!, #cloud-config or another word that cloud-init knows";
  return cannotFollow("userData is nothing that cloud-init knows", hint);
}

/** The launch agent runs one `<powershell>` block, after the `<script>` block if there is one. */
function windowsUserData(lines: readonly string[], written: string | null): UserData {
  if (lines.length === 0) return { text: written, problem: null };
  const block = ["<powershell>", BEGIN, ...lines].join("\n");
  if (written === null) return { text: `${block}\n</powershell>\n`, problem: null };
  if (/<powershell>/i.test(written)) {
    const text = written.replace(/<powershell>[^\S\n]*\n?/i, () => `${block}\n${END}\n`);
    return { text, problem: null };
  }
  if (/<script>/i.test(written)) return { text: `${block}\n</powershell>\n${written}`, problem: null };
  return cannotFollow(
    "userData has no block that Windows runs",
    "put it between <powershell> and </powershell>",
  );
}

function cannotFollow(why: string, hint: string): UserData {
  return { text: null, problem: { message: `${why}: what guest says cannot go before it`, hint } };
}
