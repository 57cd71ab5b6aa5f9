import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A place for states behind HTTP, as Terraform's backend `http` has it: kept in memory. */
export interface StateServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts one on a free port of 127.0.0.1. */
export async function startStateServer(): Promise<StateServer> {
  const states = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const name = request.url ?? "";
      if (request.method === "POST") states.set(name, Buffer.concat(parts));
      const state = states.get(name);
      response.writeHead(state === undefined ? 404 : 200);
      response.end(request.method === "GET" ? state : undefined);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port }: Pick<AddressInfo, "port"> = Object(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
