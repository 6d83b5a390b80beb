import http from "node:http";

export type Answer = { status: number; code: string | undefined; hasAlternatives: boolean; ms: number };

/** A plain client with this many kept-alive connections; it must not cost more than what it measures. */
export function makeClient(baseUrl: string, connections: number) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const send = (method: "POST" | "PUT" | "PATCH", path: string, token: string, body: unknown): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const data = JSON.stringify(body);
      const headers = {
        Authorization: `Bearer ${token}`,
        "Content-Type": "application/json",
        "Content-Length": Buffer.byteLength(data),
      };
      const request = http.request(`${baseUrl}${path}`, { method, agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const status = response.statusCode ?? 0;
          const problem =
            status >= 400
              ? (JSON.parse(Buffer.concat(chunks).toString() || "{}") as { code?: string; alternatives?: unknown[] })
              : {};
          resolve({
            status,
            code: problem.code,
            hasAlternatives: (problem.alternatives?.length ?? 0) > 0,
            ms: performance.now() - began,
          });
        });
      });
      request.on("error", reject);
      request.end(data);
    });
  const post = (path: string, token: string, body: unknown) => send("POST", path, token, body);
  return { post, send, close: () => agent.destroy() };
}

/** Returns the value below which this share of the numbers lies. */
export function percentile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
