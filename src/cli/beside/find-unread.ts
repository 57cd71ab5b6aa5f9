import type { Finding } from "../../reports/findings/finding.ts";
import { aboutFile } from "./about-file.ts";
import type { StackBeside } from "./stack-beside.ts";

/** Warnings for files that are not understood: what they change is not known. */
export function findUnread({ files }: StackBeside): readonly Finding[] {
  return files.flatMap((file) => {
    if (file.unread === null) return [];
    return aboutFile(file, {
      rule: "extend/not-understood",
      severity: "warning",
      message: `${file.unread.message}: what this file makes and changes is not known here`,
      hint: "`terraform validate` in the stack's folder says what is wrong",
      offset: file.unread.offset,
    });
  });
}
