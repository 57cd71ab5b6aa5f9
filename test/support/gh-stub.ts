// Stands in for GitHub's command line: `gh api` over the comments of one pull request, kept in the file $GH_COMMENTS.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

interface Comment {
  readonly id: number;
  readonly user: { readonly login: string };
  body: string;
}

const LIST = "repos/acme/network/issues/7/comments";
/** Characters, as GitHub counts them. */
const LONGEST = 65_536;

function refuse(why: string): never {
  process.stderr.write(`gh: ${why}\n`);
  process.exit(1);
}

const { GH_TOKEN: token, GH_COMMENTS: file = "" } = process.env;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    paginate: { type: "boolean" },
    silent: { type: "boolean" },
    method: { type: "string" },
    jq: { type: "string" },
    field: { type: "string" },
  },
});
const [api, endpoint = ""] = positionals;
if (api !== "api") refuse(`unknown command ${api}`);
if (token !== "token") refuse("Resource not accessible by integration (HTTP 403)");
const comments: Comment[] = JSON.parse(readFileSync(file, "utf8"));

function list(filter: string): void {
  // Page by page, as gh applies the filter.
  for (let at = 0; at < comments.length; at += 2) {
    const input = JSON.stringify(comments.slice(at, at + 2));
    const { status, stdout, stderr } = spawnSync("jq", ["-r", filter], { input, encoding: "utf8" });
    if (status !== 0) refuse(stderr);
    process.stdout.write(stdout);
  }
}

function write(method: string | undefined): void {
  const path = /^body=@(.*)$/s.exec(values.field ?? "")?.[1] ?? refuse("no body");
  const body = readFileSync(path, "utf8");
  if (body.length > LONGEST) refuse("Validation Failed: body is too long (HTTP 422)");
  const id = /^repos\/acme\/network\/issues\/comments\/(\d+)$/.exec(endpoint)?.[1];
  const found = comments.find((comment) => String(comment.id) === id);
  if (method === "POST" && endpoint === LIST)
    comments.push({ id: 100 + comments.length, user: { login: "github-actions[bot]" }, body });
  else if (method === "PATCH" && found !== undefined) found.body = body;
  else refuse(`Not Found (HTTP 404): ${method} ${endpoint}`);
  writeFileSync(file, JSON.stringify(comments));
}

if (values.method === undefined && endpoint === `${LIST}?per_page=100`) list(values.jq ?? ".");
else write(values.method);
