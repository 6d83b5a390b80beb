import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { keepPrivate, noteOwn, noteRead } from "@/lib/platform/page-notes/page-notes";
import { ChangeLog } from "./change-log";
import { SharedPages } from "./shared-pages";

const ADDRESSES = [{ route: "/page", path: /^\/page/, query: ["n"], tags: ["all"], isApi: false }];
const ZONE = { name: "caresync-zone", isKnown: () => true };
const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

type Render = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

let nonces = 0;
/** A page as Next makes it: with a nonce of its own, compressed for who can read it. */
const pageOf =
  (text: () => string): Render =>
  ({ headers }, response) => {
    const nonce = Buffer.from(`nonce-number-${String(++nonces).padStart(3, "0")}`)
      .toString("base64")
      .slice(0, 24);
    const body = `<script nonce="${nonce}"></script>${text()}<script nonce="${nonce}"></script>${"x".repeat(2_000)}`;
    response.setHeader("Content-Security-Policy", `script-src 'nonce-${nonce}'`);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Cache-Control", "private, no-store");
    if (headers["accept-encoding"] !== "gzip") return void response.end(body);
    response.setHeader("Content-Encoding", "gzip");
    response.end(gzipSync(body));
  };

async function serve(render: Render, mostBytes = 1_000_000) {
  const state = { tags: [] as string[] | null, made: 0, asked: 0, arrived: 0, isAway: false };
  const changes = new ChangeLog(async (since) => {
    if (state.isAway) throw new Error("away");
    const tags = since === null ? null : (state.tags?.splice(0) ?? null);
    state.asked++;
    return { moment: { snapshot: String(state.asked), era: "1", at: 0 }, tags };
  });
  const positionOf = ({ snapshot }: { snapshot: string }) => `seen-${snapshot.padStart(4, "0")}`;
  const pages = new SharedPages({ addresses: ADDRESSES, zoneCookie: ZONE, changes, mostBytes, positionOf });
  const server = createServer((request, response) => {
    state.arrived++;
    pages.answer(request, response, () => {
      state.made++;
      void render(request, response);
    });
  }).listen(0);
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  const ask = async (headers: Record<string, string> = {}, path = "/page", method = "GET") => {
    const answer = await fetch(`http://localhost:${port}${path}`, {
      method,
      headers: { "accept-encoding": "identity", ...headers },
    });
    const text = await answer.text();
    const policy = answer.headers.get("content-security-policy") ?? "";
    return { text, status: answer.status, headers: answer.headers, nonce: /'nonce-(.+)'/.exec(policy)?.[1] ?? "" };
  };
  return { ask, state, pages, port };
}

describe("shared pages", () => {
  it("are made once, and each answer has its own nonce at every place", async () => {
    const { ask, state } = await serve(pageOf(() => "the page"));
    const answers = [await ask(), await ask(), await ask({ "accept-encoding": "gzip" }), await ask()];
    expect(state.made).toBe(1);
    expect(new Set(answers.map(({ nonce }) => nonce)).size).toBe(4);
    for (const { text, nonce, headers } of answers) {
      expect(text.split(`nonce="${nonce}"`)).toHaveLength(3);
      expect(headers.get("cache-control")).toBe("private, no-store");
      expect(headers.get("x-request-id") ?? "made").toMatch(/^(made|[\da-f-]{36})$/);
    }
    const head = await ask({}, "/page", "HEAD");
    expect([head.text, head.headers.get("content-length")]).toEqual(["", String(answers[0]!.text.length)]);
  });

  it("say how much each has seen: everything that was committed before it was asked for", async () => {
    const { ask, state } = await serve((request, response) => {
      noteOwn("seen-0001", "position");
      return pageOf(() => "as of seen-0001.")(request, response);
    });
    expect((await ask()).text).toContain("as of seen-0001.");
    expect((await ask()).text).toContain("as of seen-0002.");
    expect((await ask({ "accept-encoding": "gzip" })).text).toContain("as of seen-0003.");
    expect(state.made).toBe(1);
  });

  it("are made again after a change, and only of what changed", async () => {
    let version = 1;
    const { ask, state } = await serve((request, response) => {
      noteRead(["doctor:1"]);
      return pageOf(() => `version ${version}`)(request, response);
    });
    await ask();
    [version, state.tags] = [2, ["doctor:2"]];
    expect((await ask()).text).toContain("version 1");
    state.tags = ["doctor:1"];
    expect((await ask()).text).toContain("version 2");
    [version, state.tags] = [3, ["all"]];
    expect((await ask()).text).toContain("version 3");
  });

  it("are made once for all who ask at the same time, and again for who came after a change", async () => {
    let version = 1;
    const rendering: (() => void)[] = [];
    const { ask, state } = await serve(async (request, response) => {
      const seen = version;
      await new Promise<void>((resolve) => rendering.push(resolve));
      await pageOf(() => `version ${seen}`)(request, response);
    });
    const early = Array.from({ length: 20 }, () => ask());
    await expect.poll(() => rendering.length).toBe(1);
    [version, state.tags] = [2, ["all"]];
    const late = Array.from({ length: 20 }, () => ask());
    // Until all have arrived.
    await expect.poll(() => state.arrived).toBe(40);
    rendering[0]!();
    await expect.poll(() => rendering.length).toBe(2);
    rendering[1]!();
    const versions = async (answers: Promise<{ text: string }>[]) =>
      new Set((await Promise.all(answers)).map(({ text }) => /version \d/.exec(text)?.[0]));
    expect(await versions(late)).toEqual(new Set(["version 2"]));
    await Promise.all(early);
    expect(state.made).toBe(2);
  }, 20_000);
});

describe("what is never kept", () => {
  const cases: [string, Render][] = [
    [
      "an answer that sets a cookie",
      (request, response) => (response.setHeader("Set-Cookie", "a=b"), pageOf(() => "p")(request, response)),
    ],
    ["an error", (request, response) => ((response.statusCode = 500), pageOf(() => "p")(request, response))],
    ["what is private", (request, response) => (keepPrivate(), pageOf(() => "p")(request, response))],
    [
      "an instant that could be a time on the page",
      (request, response) => (noteOwn("2027-01-01T10:00:00.000Z", "instant"), pageOf(() => "p")(request, response)),
    ],
  ];
  it.each(cases)("%s", async (_, render) => {
    const { ask, state } = await serve(render);
    await ask();
    await ask();
    expect(state.made).toBe(2);
  });

  it("anything for a reader with a session, who never gets what was kept either", async () => {
    const { ask, state } = await serve(pageOf(() => `page ${state?.made ?? 0}`));
    await ask({ cookie: "caresync.session=x" });
    await ask();
    await ask({ cookie: "caresync.session=x" });
    expect(state.made).toBe(3);
  });

  it("what a secret was given out with: each answer has another", async () => {
    const secret = "s".repeat(43);
    const { ask } = await serve(
      (request, response) => (noteOwn(secret, "secret"), pageOf(() => `key ${secret} end`)(request, response)),
    );
    const keys = [await ask(), await ask(), await ask()].map(({ text }) => /key (\S+) end/.exec(text)?.[1]);
    expect(new Set(keys).size).toBe(3);
    expect(keys.every((key) => key?.length === 43)).toBe(true);
  });

  it("more than there is room for: what was read the longest ago goes", async () => {
    const { ask, pages, state } = await serve(
      pageOf(() => "y".repeat(5_000)),
      60_000,
    );
    for (let n = 0; n < 30; n++) await ask({}, `/page/${n}`);
    expect(pages.bytes).toBeLessThanOrEqual(60_000);
    expect(pages.bytes).toBeGreaterThan(30_000);
    await ask({}, "/page/29");
    expect(state.made).toBe(30);
    await ask({}, "/page/0");
    expect(state.made).toBe(31);
  });

  it("an address with a query that is asked for once", async () => {
    const { ask, pages, state } = await serve(pageOf(() => "p"));
    await ask({}, "/page?n=1");
    expect(pages.bytes).toBe(0);
    await ask({}, "/page?n=1");
    await ask({}, "/page?n=1");
    expect(state.made).toBe(2);
  });

  it("anything without a database, which each answer is then made without", async () => {
    const { ask, state } = await serve(pageOf(() => "p"));
    await ask();
    state.isAway = true;
    await ask();
    expect(state.made).toBe(2);
  });
});
