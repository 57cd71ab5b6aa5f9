import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import {
  type ClientHttp2Session,
  connect,
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { fieldsOf } from "./protobuf.ts";
import { blockSchema } from "./provider-schema.ts";
import { trimmedSchema } from "./trimmed-schema.ts";

const SCHEMA = "/tfplugin5.Provider/GetSchema";
const CONFIGURE = "/tfplugin5.Provider/Configure";
const GRPC = { "content-type": "application/grpc", te: "trailers" };
/** gRPC's frame of a message: whether it is compressed, and its length in four bytes. */
const FRAME = 5;
const WINDOW = 32 * 1024 * 1024;

/** What stands between Terraform and a provider that lasts. */
export interface ProviderProxy {
  /** The socket that Terraform connects to. */
  readonly socket: string;
  /** Why what it answered cannot be trusted: two configurations at once. */
  misuse(): string | undefined;
}

/**
 * Hands every call of Terraform to the provider as it is, and its answer back, but the schema: that is asked once, and
 * has only the types of `provider-schema.json.gz` and a few of others. `executable` is the provider's file, whose schema is kept for the
 * next process.
 */
export async function startProxy(provider: string, executable: string): Promise<ProviderProxy> {
  const folder = mkdtempSync(path.join(tmpdir(), "hextet-provider-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const socket = path.join(folder, "socket");
  const configured = new Map<ServerHttp2Session, string>();
  let problem: string | undefined;
  const server = createServer({ settings: { initialWindowSize: WINDOW } });
  server.on("session", (session) => {
    const upstream = connectTo(provider);
    upstream.on("error", () => session.destroy());
    session.on("error", () => upstream.destroy());
    session.on("close", () => {
      configured.delete(session);
      upstream.destroy();
    });
    session.on("stream", (stream, headers) => {
      stream.on("error", () => {});
      if (headers[":path"] === SCHEMA) void answerSchema(stream, upstream, executable);
      else {
        const sent = forward(stream, headers, upstream);
        if (headers[":path"] !== CONFIGURE) return;
        void sent.then((message) => {
          configured.set(session, configurationIn(message));
          if (new Set(configured.values()).size > 1) problem = "two provider blocks share a lasting provider";
        });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  server.unref();
  return { socket, misuse: () => problem };
}

function connectTo(provider: string): ClientHttp2Session {
  const session = connect("http://localhost", {
    createConnection: () => createConnection(provider),
    settings: { initialWindowSize: WINDOW },
  });
  session.on("connect", () => {
    if (!session.destroyed) session.setLocalWindowSize(WINDOW);
  });
  return session;
}

/** The `config` of `tfplugin5.Configure.Request`; beside it stands what plan and apply say differently. */
function configurationIn(message: Buffer): string {
  const config = [...fieldsOf(message.subarray(FRAME))].find(({ field }) => field === 2);
  return (config?.value ?? message).toString("base64");
}

/** Answers what Terraform sent, once it has sent all. */
function forward(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  upstream: ClientHttp2Session,
): Promise<Buffer> {
  const call = upstream.request(headers);
  const sent: Buffer[] = [];
  let trailers: IncomingHttpHeaders = {};
  call.on("error", () => stream.destroy());
  stream.on("close", () => call.destroy());
  call.on("trailers", (last) => {
    trailers = last;
  });
  call.on("response", (head, flags) => {
    const isAll = (flags & 1) === 1;
    stream.respond(head, isAll ? { endStream: true } : { waitForTrailers: true });
    if (!isAll) call.pipe(stream);
  });
  stream.on("wantTrailers", () => stream.sendTrailers(trailers));
  stream.pipe(call);
  return new Promise((resolve) => {
    stream.on("data", (chunk: Buffer) => sent.push(chunk));
    stream.on("end", () => resolve(Buffer.concat(sent)));
  });
}

async function answerSchema(
  stream: ServerHttp2Stream,
  upstream: ClientHttp2Session,
  executable: string,
): Promise<void> {
  stream.resume();
  const schema = await schemaOf(upstream, executable);
  const frame = Buffer.alloc(FRAME);
  frame.writeUInt32BE(schema.length, 1);
  stream.respond({ ":status": 200, ...GRPC }, { waitForTrailers: true });
  stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
  stream.end(Buffer.concat([frame, schema]));
}

let known: Buffer | undefined;

/** Types that Hextet does not write, and other people's Terraform in the tests does. */
const OF_OTHERS = [
  "aws_ami",
  "aws_default_subnet",
  "aws_default_vpc",
  "aws_efs_mount_target",
  "aws_lambda_invocation",
  "aws_main_route_table_association",
  "aws_networkmanager_vpc_attachment",
  "aws_redshift_subnet_group",
  "aws_s3_bucket",
  "aws_security_group_rule",
  "aws_sqs_queue",
  "aws_vpc_endpoint_route_table_association",
  "aws_vpclattice_service_network",
  "aws_vpclattice_service_network_vpc_association",
];

function isKnown(type: string): boolean {
  if (OF_OTHERS.includes(type)) return true;
  return blockSchema("resource", type) !== undefined || blockSchema("data", type) !== undefined;
}

/** The trimmed schema: of this process, of a process before, or of the provider. */
async function schemaOf(upstream: ClientHttp2Session, executable: string): Promise<Buffer> {
  if (known !== undefined) return known;
  const file = keptIn(executable);
  if (existsSync(file)) {
    known = readFileSync(file);
    return known;
  }
  const schema = trimmedSchema(await wholeSchema(upstream), isKnown);
  const written = `${file}.${process.pid}`;
  writeFileSync(written, schema);
  renameSync(written, file);
  known = schema;
  return schema;
}

/** Named by all that it depends on: the provider, the list of types, and the way it is trimmed. */
function keptIn(executable: string): string {
  const { size, mtimeMs } = statSync(executable);
  const hash = createHash("sha256").update(`${executable} ${size} ${mtimeMs}`);
  for (const one of ["./provider-schema.json.gz", "./trimmed-schema.ts", "./provider-proxy.ts"])
    hash.update(readFileSync(new URL(one, import.meta.url)));
  return path.join(tmpdir(), `hextet-provider-schema-${hash.digest("hex").slice(0, 16)}`);
}

async function wholeSchema(upstream: ClientHttp2Session): Promise<Buffer> {
  const call = upstream.request({ ":method": "POST", ":path": SCHEMA, ...GRPC });
  call.end(Buffer.alloc(FRAME));
  let status: unknown;
  call.on("trailers", (trailers) => {
    status = trailers["grpc-status"];
  });
  const chunks: Buffer[] = [];
  for await (const chunk of call) chunks.push(chunk as Buffer);
  const answer = Buffer.concat(chunks);
  if (status !== "0" || answer.length !== FRAME + answer.readUInt32BE(1))
    throw new Error(`the provider told no schema: status ${String(status)}, ${answer.length} bytes`);
  return answer.subarray(FRAME);
}
