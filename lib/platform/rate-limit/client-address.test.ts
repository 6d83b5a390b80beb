import { createServer, request as httpRequest } from "node:http";
import { describe, expect, it } from "vitest";
import { addressKey, clientAddress, stampPeerAddresses } from "./client-address";

describe("an address's rate limit key", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:DB8:0001::6", "2001:db8:1:0"],
    ["::1", "0:0:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["", "unknown"],
    ["unknown, or worse", "unknown"],
  ])("maps %j to %s", (address, key) => expect(addressKey(address)).toBe(key));
});

describe("the client's address", () => {
  it("is never taken from headers a client can write", () => {
    const headers = new Headers({ "x-forwarded-for": "198.51.100.1", "x-caresync-peer": "guess 198.51.100.1" });
    expect(clientAddress({ headers })).toBe("unknown");
  });

  it("is the socket's, whatever stamp the client sent", async () => {
    stampPeerAddresses();
    stampPeerAddresses();
    const seen = await new Promise<string>((resolve, reject) => {
      const server = createServer((incoming, response) => {
        response.end();
        server.close();
        const headers = new Headers(
          Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
        );
        resolve(clientAddress({ headers }));
      });
      server.listen(0, "127.0.0.1", () => {
        const { port } = server.address() as { port: number };
        httpRequest({
          port,
          host: "127.0.0.1",
          headers: { "x-caresync-peer": "x 198.51.100.1", "x-forwarded-for": "198.51.100.1" },
        })
          .on("error", reject)
          .end();
      });
    });
    expect(seen).toBe("127.0.0.1");
  });
});
