import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request as plain } from "node:http";
import { request } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import WebSocket, { WebSocketServer } from "ws";
import { freePort } from "@/scripts/embedded/ports";

const isInstalled = spawnSync("nginx", ["-v"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "caresync-nginx-"));
const log = join(folder, "caresync.log");

/** Answers what reached it. */
const web = createServer((incoming, response) => {
  response.end(JSON.stringify({ url: incoming.url, headers: incoming.headers }));
});
const channels = new WebSocketServer({ port: 0, host: "127.0.0.1" });
let nginx: ChildProcess;
let http: number;
let https: number;

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port;

/** The configuration of the guide, with ports of its own. */
function configuration(): string {
  const changes: [RegExp, string][] = [
    [/^\s*listen \[::\].*$/gm, ""],
    [/listen 80;/, `listen 127.0.0.1:${http};`],
    [/listen 443 ssl http2;/, `listen 127.0.0.1:${https} ssl;`],
    [/127\.0\.0\.1:3000;\n/, `127.0.0.1:${portOf(web)};\n`],
    [/127\.0\.0\.1:6001/, `127.0.0.1:${portOf(channels)}`],
    [/\/etc\/letsencrypt\/live\/care\.example\.org/g, folder],
    [/\/var\/log\/nginx\/caresync\.log/, log],
  ];
  let text = readFileSync("docs/deployment/nginx.conf", "utf8");
  for (const [from, to] of changes) {
    expect(text).toMatch(from);
    text = text.replace(from, to);
  }
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  return `daemon off; pid ${folder}/pid; error_log ${folder}/main.log; events {} http { ${paths.join(" ")}\n${text}}`;
}

beforeAll(async () => {
  if (!isInstalled) return;
  web.listen(0, "127.0.0.1");
  await once(web, "listening");
  channels.on("connection", (socket, { url }) => socket.send(`joined ${url}`));
  [http, https] = [await freePort(29_000), await freePort(29_100)];
  const [key, certificate] = [join(folder, "privkey.pem"), join(folder, "fullchain.pem")];
  const subject = ["-subj", "/CN=care.example.org", "-days", "2", "-keyout", key, "-out", certificate];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...subject], { stdio: "ignore" });
  writeFileSync(join(folder, "nginx.conf"), configuration());
  nginx = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], { stdio: "ignore" });
  await vi.waitFor(() => ask("/"), { timeout: 10_000, interval: 50 });
});

afterAll(async () => {
  if (isInstalled) {
    const ended = once(nginx, "exit");
    nginx.kill("SIGTERM");
    await ended;
  }
  channels.close();
  web.closeAllConnections();
  web.close();
  rmSync(folder, { recursive: true, force: true });
});

type Seen = { url: string; headers: Record<string, string> };

function ask(path: string, headers: Record<string, string> = {}): Promise<{ status?: number; seen: Seen }> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port: https, path, rejectUnauthorized: false };
    request({ ...options, headers: { host: "care.example.org", ...headers } }, async (answer) => {
      const text = Buffer.concat(await answer.toArray()).toString();
      const seen = text.startsWith("{") ? (JSON.parse(text) as Seen) : { url: "", headers: {} };
      resolve({ ...(answer.statusCode === undefined ? {} : { status: answer.statusCode }), seen });
    })
      .on("error", reject)
      .end();
  });
}

describe.runIf(isInstalled)("the site behind nginx, as the guide has it", () => {
  it("leads to the site, and says where the visitor really comes from", async () => {
    const { status, seen } = await ask("/doctors?q=x", {
      "X-Forwarded-For": "203.0.113.9",
      "X-Forwarded-Host": "evil.example",
    });
    expect([status, seen.url]).toEqual([200, "/doctors?q=x"]);
    expect(seen.headers["x-forwarded-for"]?.split(", ").at(-1)).toBe("127.0.0.1");
    expect(seen.headers).toMatchObject({
      host: "care.example.org",
      "x-forwarded-host": "care.example.org",
      "x-forwarded-proto": "https",
    });
  });

  it("lets live updates through, and keeps the address on which events are published inside", async () => {
    const socket = new WebSocket(`wss://127.0.0.1:${https}/app/key?protocol=7`, { rejectUnauthorized: false });
    const [joined] = (await once(socket, "message")) as [Buffer];
    expect(joined.toString()).toBe("joined /app/key?protocol=7");
    socket.terminate();
    expect((await ask("/apps/1/events")).seen.url).toBe("/apps/1/events"); // the site, which has no such page
  });

  it("sends plain HTTP to HTTPS", async () => {
    const answer = await new Promise<{ status: number | undefined; to: string | undefined }>((resolve) =>
      plain({ host: "127.0.0.1", port: http, path: "/doctors", headers: { host: "care.example.org" } }, (response) => {
        response.resume();
        resolve({ status: response.statusCode, to: response.headers.location });
      }).end(),
    );
    expect(answer).toEqual({ status: 301, to: "https://care.example.org/doctors" });
  });

  it("writes no address into a log, not even when the site is away", async () => {
    await new Promise((resolve) => {
      web.close(resolve);
      web.closeAllConnections();
    });
    expect((await ask("/reset-password/a-secret?q=Jane")).status).toBe(502);
    for (const file of [log, join(folder, "main.log")]) expect(readFileSync(file, "utf8")).not.toMatch(/secret|Jane/);
  });
});
