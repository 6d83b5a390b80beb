import http from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { requestsAnswered, watchRequests } from "./in-flight";

it("waits for requests under way, no longer than the deadline", async () => {
  watchRequests();
  const server = http.createServer().listen(0);
  const arrived = new Promise<http.ServerResponse>((resolve) =>
    server.once("request", (_, response) => resolve(response)),
  );
  const { port } = server.address() as AddressInfo;
  const answer = fetch(`http://127.0.0.1:${port}`).then((response) => response.text());
  const response = await arrived;
  const began = Date.now();
  await requestsAnswered(60);
  expect(Date.now() - began).toBeGreaterThanOrEqual(60);
  const answered = requestsAnswered(5_000);
  response.end("done");
  await answered;
  expect(await answer).toBe("done");
  expect(Date.now() - began).toBeLessThan(4_000);
  server.close();
});
