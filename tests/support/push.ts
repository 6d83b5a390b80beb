import { createDecipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { config } from "@/lib/platform/config/config";

/** A browser that reads pushes as RFC 8291 describes it. */
export function newPushBrowser() {
  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  const auth = randomBytes(16);
  return {
    keys: { p256dh: ecdh.getPublicKey("base64url"), auth: auth.toString("base64url") },
    /** Throws when it isn't for this browser, or was altered. */
    read(sent: Buffer): string {
      const [salt, length] = [sent.subarray(0, 16), sent[20] ?? 0];
      const sender = sent.subarray(21, 21 + length);
      const info = Buffer.concat([Buffer.from("WebPush: info\0"), ecdh.getPublicKey(), sender]);
      const secret = Buffer.from(hkdfSync("sha256", ecdh.computeSecret(sender), auth, info, 32));
      const part = (name: string, size: number) =>
        Buffer.from(hkdfSync("sha256", secret, salt, `Content-Encoding: ${name}\0`, size));
      const decipher = createDecipheriv("aes-128-gcm", part("aes128gcm", 16), part("nonce", 12));
      decipher.setAuthTag(sent.subarray(-16));
      const record = Buffer.concat([decipher.update(sent.subarray(21 + length, -16)), decipher.final()]);
      const end = record.findLastIndex((byte) => byte !== 0);
      if (record[end] !== 2) throw new Error("the last record has no delimiter");
      return record.subarray(0, end).toString();
    },
  };
}

type Got = { path: string; headers: IncomingHttpHeaders; body: Buffer };
type Reply = { status: number; headers?: Record<string, string> };

/** A push service on loopback, which this process may send to from now on; `replies` says how it answers a path. */
export async function startPushService(replies: (path: string) => Reply = () => ({ status: 201 })) {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      got.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(parts) });
      const { status, headers } = replies(request.url ?? "");
      response.writeHead(status, headers).end("ignored");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  config.push?.hosts.push(origin);
  return {
    origin,
    got,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What a browser tells when it subscribes with the push service there. */
export function newSubscription(origin = "http://127.0.0.1:1") {
  const browser = newPushBrowser();
  return { ...browser, sent: { endpoint: `${origin}/push/${randomBytes(6).toString("hex")}`, keys: browser.keys } };
}
