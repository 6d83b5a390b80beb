import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createGzip } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { noteUnavailable } from "@/lib/platform/http/answering";
import { refuseWhenDatabaseAway } from "./refuse-when-database-away.mjs";

const CUT = new Error("Connection terminated unexpectedly");
const PAGE = { headers: { accept: "text/html" } };
let server: Server | undefined;
afterEach(() => void server?.close());

/** A server whose application answers so. */
async function serving(work: (response: ServerResponse) => Promise<unknown>, isAway = false): Promise<string> {
  server = createServer(
    (request, response) =>
      void refuseWhenDatabaseAway(
        request,
        response,
        () => isAway,
        () => work(response),
      ),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** As the application does: by status, headers and chunks, compressed. */
const failing = (error: unknown) => async (response: ServerResponse) => {
  noteUnavailable(error);
  const gzip = createGzip();
  const [write, end] = [response.write.bind(response), response.end.bind(response)];
  gzip.on("data", (chunk: Buffer) => void write(chunk)).on("end", () => void end());
  response.setHeader("Content-Encoding", "gzip");
  response.setHeader("Set-Cookie", "a=b");
  response.statusCode = 500;
  gzip.write("<h1>Something went wrong on our side</h1>");
  gzip.end();
};

describe("a page that fails", () => {
  it("says that the site is unavailable when the database failed, before it is known to be down", async () => {
    const answer = await fetch(await serving(failing(CUT)), PAGE);
    expect([answer.status, answer.headers.get("retry-after"), answer.headers.get("set-cookie")]).toEqual([
      503,
      "5",
      null,
    ]);
    expect(await answer.text()).toMatch(/<h1>CareSync isn't available right now<\/h1>.*<\/html>$/);
  });

  it("answers a program with a problem document", async () => {
    const answer = await fetch(await serving(failing(CUT)));
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ status: 503, code: "unavailable" });
  });

  it("says that the site is unavailable whatever the error was, once the database is known to be down", async () => {
    expect((await fetch(await serving(failing(new Error("no such thing")), true), PAGE)).status).toBe(503);
  });

  it("reports an internal error as one", async () => {
    const answer = await fetch(await serving(failing(new Error("no such thing"))), PAGE);
    expect([answer.status, await answer.text()]).toEqual([500, "<h1>Something went wrong on our side</h1>"]);
  });

  it("stays as it is when it rendered the rest without the failed part", async () => {
    const answer = await fetch(
      await serving(async (response) => (noteUnavailable(CUT), response.end("The numbers"))),
      PAGE,
    );
    expect([answer.status, await answer.text()]).toEqual([200, "The numbers"]);
  });
});
