import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { APP, closeAll, rawClient, settle, startServer } from "./channels-harness";

const open: WebSocket[] = [];

afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await closeAll();
});

/** The answer to a socket: 101 when it opens, else the status of the refusal. */
function knock(port: number, headers: Record<string, string> = {}): Promise<number | undefined> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/app/${APP.key}?protocol=7`, { headers });
  open.push(socket);
  socket.on("error", () => undefined);
  return new Promise((resolve) => {
    socket.once("open", () => resolve(101));
    socket.once("unexpected-response", (_request, response) => resolve(response.statusCode));
  });
}

describe("the connection gate of the channels server", () => {
  it("admits pages of its own sites and programs, which send no origin, and no other page", async () => {
    const { port } = await startServer({}, 0, { origins: ["https://care.example", "http://localhost:3000"] });
    const answers = async (origins: string[]) => Promise.all(origins.map((Origin) => knock(port, { Origin })));
    expect(await answers(["https://care.example", "http://localhost:3000", "http://127.0.0.1:3000"])).toEqual([
      101, 101, 101,
    ]);
    const foreign = [
      "https://evil.example",
      "http://care.example",
      "https://care.example.evil.example",
      "http://127.0.0.1:3001",
      "null",
    ];
    expect(await answers(foreign)).toEqual(foreign.map(() => 403));
    expect(await knock(port)).toBe(101);
  });

  it("limits the open sockets of one network, until one has closed", async () => {
    const { port } = await startServer({ maxConnectionsPerAddress: 2 });
    const first = rawClient(port);
    await first.socketId();
    expect([await knock(port), await knock(port)]).toEqual([101, 429]);
    first.socket.close();
    await first.closed;
    await settle();
    expect(await knock(port)).toBe(101);
  });

  it("uses the address the proxy wrote last, and none that a client wrote without a proxy", async () => {
    const behind = await startServer({ maxConnectionsPerAddress: 1 }, 0, { trustsProxy: true });
    const from = (port: number, address: string) => knock(port, { "X-Forwarded-For": address });
    expect(await from(behind.port, "192.0.2.1")).toBe(101);
    expect(await from(behind.port, "192.0.2.2")).toBe(101);
    expect(await from(behind.port, "198.51.100.7, 192.0.2.1")).toBe(429);
    const bare = await startServer({ maxConnectionsPerAddress: 1 });
    expect([await from(bare.port, "192.0.2.1"), await from(bare.port, "192.0.2.2")]).toEqual([101, 429]);
  });
});
