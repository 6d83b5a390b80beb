import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { s3Store, type S3Settings } from "./s3-store";

const SECRET = "only-for-tests";
const kept = new Map<string, Buffer>();
/** How often the server still answers that it is busy. */
let busy = 0;
let settings: S3Settings;
let server: Server;

const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** AWS Signature Version 4, worked out as the server side does. */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const [, date, region, names = "", given] =
    /Credential=AKTEST\/(\d{8})\/([\w-]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(
      request.headers.authorization ?? "",
    ) ?? [];
  const claimed = String(request.headers["x-amz-content-sha256"]);
  if (!date || !region || !names.split(";").includes("host")) return false;
  if (claimed !== "UNSIGNED-PAYLOAD" && claimed !== sha256(body)) return false;
  const headers = names.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, request.url, "", headers.join(""), names, claimed].join("\n");
  const scope = `${date}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = [date, region, "s3", "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${SECRET}`);
  return hmac(key, text).toString("hex") === given;
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const [body, path] = [Buffer.concat(chunks), request.url ?? ""];
      const answer = (status: number, content?: Buffer) => response.writeHead(status).end(content);
      if (busy-- > 0) return answer(503);
      if (!isSigned(request, body)) return answer(403);
      if (request.method === "PUT") {
        kept.set(path, body);
        return answer(200);
      }
      if (request.method === "DELETE") return answer(kept.delete(path) ? 204 : 404);
      const content = kept.get(path);
      return content ? answer(200, content) : answer(404);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}/`;
  settings = { endpoint, bucket: "files", region: "eu-central-1", accessKeyId: "AKTEST", secretAccessKey: SECRET };
});
afterAll(() => server.close());

async function read(id: string): Promise<Buffer | null> {
  const source = await s3Store(settings).open(id);
  if (!source) return null;
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

describe("a bucket", () => {
  it("keeps, answers and removes files by signed requests, under their ID alone", async () => {
    const bytes = Buffer.alloc(300_000, 7);
    await s3Store(settings).put("0199-a", bytes);
    expect([...kept.keys()]).toEqual(["/files/0199-a"]);
    expect((await read("0199-a"))?.equals(bytes)).toBe(true);
    await s3Store(settings).remove("0199-a");
    expect(await read("0199-a")).toBeNull();
    await s3Store(settings).remove("0199-a");
  });

  it("refuses another secret, and says so without naming the file", async () => {
    const store = s3Store({ ...settings, secretAccessKey: "another" });
    const told = "the S3 server answered 403";
    await expect(store.put("0199-b", Buffer.from("x"))).rejects.toThrow(told);
    await expect(store.open("0199-b")).rejects.toThrow(told);
    await expect(store.remove("0199-b")).rejects.toThrow(told);
  });

  it("is asked again when it is busy", async () => {
    busy = 2;
    await s3Store(settings).put("0199-c", Buffer.from("x"));
    expect((await read("0199-c"))?.toString()).toBe("x");
    busy = 9;
    await expect(s3Store(settings).put("0199-d", Buffer.from("x"))).rejects.toThrow("the S3 server answered 503");
    busy = 0;
  });
});
