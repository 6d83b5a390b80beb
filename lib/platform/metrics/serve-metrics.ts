import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { mayScrape } from "./may-scrape";
import { METRICS_TYPE, renderMetrics } from "./render-metrics";

/** Answers `GET /metrics` of a process that serves nothing else: 401 without the token, 404 for everything else. */
export async function answerMetrics(request: IncomingMessage, response: ServerResponse, token: string): Promise<void> {
  if (request.url !== "/metrics" || request.method !== "GET") return void response.writeHead(404).end();
  if (!mayScrape(request.headers.authorization, token))
    return void response.writeHead(401, { "www-authenticate": 'Bearer realm="CareSync"' }).end();
  response.writeHead(200, { "content-type": METRICS_TYPE }).end(await renderMetrics());
}

/** Serves this process's numbers. Rejects with the system's error when the address is taken. */
export function serveMetrics({ host, port, token }: { host: string; port: number; token: string }): Promise<void> {
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000 }, (request, response) => {
    void answerMetrics(request, response, token);
  });
  // The process ends without waiting for it.
  server.unref();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
}
