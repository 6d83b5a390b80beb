import autocannon from "autocannon";
import { createAmbulance, createBed, createHospital, createService } from "@/tests/support/factories";
import { makeDoctors, makePatients, slotAt } from "./people";
import type { BenchStack } from "./stack";
import { say } from "@/scripts/process/say";

const SECONDS = 4;
const CONNECTIONS = 8;
const MANY = 200;
const DOCTORS = 24;
const EMPTY = "/api/health/live";

type Rate = { webMs: number; second: number; p99: number; faults: number };

/**
 * What pages cost that are the same for everyone: processor time of the web processes for each, beside that of the empty route
 * in the same run, and how many a second at 8 and at 200 connections. Then reads of which every tenth is a booking.
 */
export async function benchPages(stack: BenchStack): Promise<void> {
  const { hospital, doctors, service } = await fill();
  const pages: Record<string, string> = {
    home: "/",
    doctors: "/doctors",
    doctor: `/doctors/${doctors[0]!.slug}`,
    hospitals: "/hospitals",
    hospital: `/hospitals/${hospital.slug}`,
    services: "/services",
    service: `/services/${service.slug}`,
    emergency: "/emergency",
    "doctors (API)": "/api/doctors",
    "hospital (API)": `/api/hospitals/${hospital.id}`,
  };
  const empty = await rateOf(stack, { requests: [{ path: EMPTY }] });
  say(
    `pages, processor ms of the web processes each; the empty route: ${empty.webMs.toFixed(2)}, ${empty.second.toFixed(0)} a second`,
  );
  for (const [name, path] of Object.entries(pages)) {
    const few = await rateOf(stack, { requests: [{ path }] });
    const many = await rateOf(stack, { requests: [{ path }], connections: MANY });
    say(
      `  ${name.padEnd(15)} ${few.webMs.toFixed(2).padStart(6)} (${(few.webMs / empty.webMs).toFixed(2)} ×, 1.5 at most wanted), ` +
        `${few.second.toFixed(0)} a second, p99 ${few.p99} ms; at ${MANY} connections ${many.second.toFixed(0)} a second ` +
        `(${((100 * many.second) / few.second).toFixed(0)} %, 90 wanted), p99 ${many.p99} ms; ${few.faults + many.faults} faults`,
    );
  }
  await mixed(stack, doctors, Object.values(pages));
}

async function fill() {
  const hospital = await createHospital();
  for (let nth = 0; nth < 6; nth++) await createBed(hospital.id);
  await createAmbulance(hospital.id);
  const doctors = await makeDoctors(DOCTORS);
  const service = await createService({ doctorId: doctors[0]!.doctorId });
  return { hospital, doctors, service };
}

async function rateOf(
  { baseUrl, watchProcessorTime }: BenchStack,
  options: Partial<autocannon.Options>,
): Promise<Rate> {
  const run = (duration: number) =>
    autocannon({ url: baseUrl, connections: CONNECTIONS, duration, timeout: 20, ...options });
  await run(1);
  const spent = watchProcessorTime();
  const { requests, latency, non2xx, errors } = await run(SECONDS);
  const webMs = Number(/\bweb ([\d.]+)/.exec(spent(requests.total))?.[1] ?? NaN);
  return { webMs, second: requests.average, p99: latency.p99, faults: non2xx + errors };
}

/** Nine pages, then a booking of a doctor's next time, and so on. */
async function mixed(stack: BenchStack, doctors: { doctorId: string }[], pages: string[]): Promise<void> {
  const patients = await makePatients(DOCTORS);
  const reads = pages.map((path) => ({ path }));
  let next = 0;
  const booking: autocannon.Request = {
    method: "POST",
    path: "/api/appointments",
    setupRequest: (request) => {
      const index = next++;
      const who = index % DOCTORS;
      const body = JSON.stringify({ doctorId: doctors[who]?.doctorId, start: slotAt(Math.floor(index / DOCTORS)) });
      const headers = { "Content-Type": "application/json", Authorization: `Bearer ${patients[who]?.token}` };
      return { ...request, body, headers };
    },
  };
  const before = await sharedCounts(stack.baseUrl);
  const { webMs, second, p99, faults } = await rateOf(stack, { requests: [...reads.slice(0, 9), booking] });
  const after = await sharedCounts(stack.baseUrl);
  const [kept, made] = [after.kept - before.kept, after.made - before.made];
  const share = kept + made > 0 ? `, ${((100 * kept) / (kept + made)).toFixed(0)} % of the reads from memory` : "";
  say(
    `  nine reads to a booking: ${webMs.toFixed(2)} each, ${second.toFixed(0)} a second, p99 ${p99} ms, ${faults} faults${share}`,
  );
}

/** Zeros without METRICS_TOKEN in the environment. */
async function sharedCounts(baseUrl: string): Promise<{ kept: number; made: number }> {
  const token = process.env.METRICS_TOKEN;
  if (token === undefined) return { kept: 0, made: 0 };
  const answer = await fetch(`${baseUrl}/api/metrics`, { headers: { Authorization: `Bearer ${token}` } });
  const text = await answer.text();
  const sum = (result: string) =>
    [...text.matchAll(new RegExp(`caresync_shared_pages_total\\{result="${result}"[^}]*\\} (\\d+)`, "g"))].reduce(
      (all, [, count]) => all + Number(count),
      0,
    );
  return { kept: sum("kept"), made: sum("made") };
}
