import autocannon from "autocannon";
import { makeDoctors, makePatients, slotAt } from "./people";
import type { BenchStack } from "./stack";
import { say } from "@/scripts/process/say";

const SECONDS = 10;
const WARM_UP_SECONDS = 5;
/** Enough to keep the processors busy, and too few to be refused. */
const SUSTAINED_CONNECTIONS = 16;
const MAX_CONNECTIONS = 1_000;
const FACTORS = [1, 2, 10];
const DOCTORS = 60;

type Asked = Pick<autocannon.Options, "requests">;

/**
 * Measures what is still answered well under overload: pages and bookings at once, two and ten times the site's
 * capacity, with a thousand connections, and how soon its health check answers meanwhile.
 */
export async function benchOverload({ baseUrl }: BenchStack): Promise<void> {
  await measure(baseUrl, "pages", { requests: [{ path: "/" }, { path: "/doctors" }] });
  await measure(baseUrl, "bookings", await bookings());
}

async function measure(baseUrl: string, name: string, asked: Asked): Promise<void> {
  const run = (options: Partial<autocannon.Options>) =>
    autocannon({ url: baseUrl, duration: SECONDS, timeout: 20, ...asked, ...options });
  await run({ connections: SUSTAINED_CONNECTIONS, duration: WARM_UP_SECONDS });
  const sustained = good(await run({ connections: SUSTAINED_CONNECTIONS }));
  say(`overload, ${name}: ${sustained.toFixed(0)} a second can be borne`);
  const goodputs: number[] = [sustained];
  for (const factor of FACTORS) {
    const probe = watchLife(baseUrl);
    const rate = Math.ceil(sustained * factor);
    const result = await run({
      connections: Math.min(MAX_CONNECTIONS, Math.max(SUSTAINED_CONNECTIONS, rate)),
      overallRate: rate,
    });
    const slowest = await probe();
    goodputs.push(good(result));
    const share = (100 * good(result)) / Math.max(...goodputs);
    say(
      `  ×${factor}: ${rate} a second asked, ${good(result).toFixed(0)} answered well (${share.toFixed(0)} % of the best, 80 wanted), ` +
        `${refused(result)} refused, ${result.errors + result.timeouts} lost, median ${result.latency.p50} ms, p97.5 ${result.latency.p97_5} ms, live within ${slowest.toFixed(0)} ms (1,000 wanted)`,
    );
  }
}

const good = (result: autocannon.Result) => result["2xx"] / result.duration;
const refused = (result: autocannon.Result) => result["5xx"];

/** Checks the site's health repeatedly; returns the longest answer time. */
function watchLife(baseUrl: string): () => Promise<number> {
  let isOver = false;
  let slowest = 0;
  const watching = (async () => {
    while (!isOver) {
      const began = performance.now();
      await fetch(`${baseUrl}/api/health/live`).then(
        (answer) => answer.arrayBuffer(),
        () => undefined,
      );
      slowest = Math.max(slowest, performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  return async () => {
    isOver = true;
    await watching;
    return slowest;
  };
}

/** Each request books its own time. */
async function bookings(): Promise<Asked> {
  const patients = await makePatients(DOCTORS);
  const doctors = await makeDoctors(DOCTORS);
  let next = 0;
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    const index = next++;
    const who = index % DOCTORS;
    const body = JSON.stringify({ doctorId: doctors[who]?.doctorId, start: slotAt(Math.floor(index / DOCTORS)) });
    return {
      ...request,
      body,
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${patients[who]?.token}` },
    };
  };
  return { requests: [{ method: "POST", path: "/api/appointments", setupRequest }] };
}
