import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as live } from "@/app/api/health/live/route";
import { GET as metrics } from "@/app/api/metrics/route";
import { GET as doctor } from "@/app/api/doctors/[id]/route";
import { countWeb } from "@/lib/composition/start-counting";
import { config } from "@/lib/platform/config/config";

const TOKEN = "only-for-tests-only-for-tests-metrics";
const scrape = (authorization?: string) =>
  metrics(new Request("http://localhost:3000/api/metrics", { headers: authorization ? { authorization } : {} }));

it("metrics › are not there without a configured token, whatever is sent", async () => {
  expect([(await scrape()).status, (await scrape("Bearer undefined")).status]).toEqual([404, 404]);
});

describe("metrics with a token", () => {
  beforeAll(() => {
    config.metrics.token = TOKEN;
    countWeb();
  });

  it("are refused without it, with another one, and with a part of it", async () => {
    for (const sent of [
      undefined,
      "Bearer ",
      "Bearer wrong",
      `Bearer ${TOKEN.slice(0, -1)}`,
      `Basic ${TOKEN}`,
      TOKEN,
    ]) {
      const answer = await scrape(sent);
      expect([sent, answer.status]).toEqual([sent, 401]);
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
    }
  });

  it("count requests by pattern, method and status, and never by an address", async () => {
    const id = "0197a3c0-0000-7000-8000-00000000abcd";
    await live(new Request("http://localhost:3000/api/health/live"));
    await doctor(new Request(`http://localhost:3000/api/doctors/${id}`), { params: Promise.resolve({ id }) });
    const answer = await scrape(`Bearer ${TOKEN}`);
    expect(answer.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    const text = await answer.text();
    const lines = text.split("\n").filter((line) => line.startsWith("caresync_http_requests_total{"));
    expect(lines).toContain(
      'caresync_http_requests_total{route="/api/health/live",method="GET",status="200",process="web"} 1',
    );
    expect(lines).toContain(
      'caresync_http_requests_total{route="/api/doctors/{id}",method="GET",status="404",process="web"} 1',
    );
    expect(text).toMatch(/caresync_http_request_duration_seconds_bucket\{.*route="\/api\/doctors\/\{id\}".*\} 1/);
    expect(text).not.toContain(id);
  });

  it("measure the site at most once in ten seconds", async () => {
    const site = async () => /^caresync_database_size_bytes .*$/m.exec(await (await scrape(`Bearer ${TOKEN}`)).text());
    const before = (await site())?.[0];
    expect(before).toMatch(/ \d{6,}$/);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 9_000 });
    expect((await site())?.[0]).toBe(before);
    vi.useRealTimers();
  });
});
