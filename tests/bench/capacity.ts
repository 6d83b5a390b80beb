import autocannon from "autocannon";
import { cookieOf } from "@/tests/support/sessions";
import { say } from "@/scripts/process/say";
import { makeClient } from "./client";
import { makeDoctors, makePatients, slotAt } from "./people";
import type { BenchStack } from "./stack";

const SECONDS = 6;
const CONNECTIONS = 4;
const BOOKINGS = 400;

/**
 * Processor time of what people do most, by part: how much one core can do follows from it, and it is the same on a busy
 * machine.
 */
export async function benchCapacity({ baseUrl, watchProcessorTime }: BenchStack): Promise<void> {
  const doctors = await makeDoctors(40);
  const patients = await makePatients(40);
  const [doctor, patient] = [doctors[0]!, patients[0]!];
  const from = slotAt(0);
  const to = slotAt(14 * 48);
  const headers = await cookieOf({ id: patient.userId });
  const pages: [name: string, path: string, headers?: Record<string, string>][] = [
    ["home page", "/"],
    ["list of doctors", "/doctors"],
    ["a doctor's page with free times", `/doctors/${doctor.slug}`],
    ["GET /api/doctors", "/api/doctors"],
    ["free times of 14 days", `/api/doctors/${doctor.doctorId}/availability?from=${from}&to=${to}`],
    ["a patient's first page", "/patient", headers],
  ];
  for (const [name, path, sent = {}] of pages) {
    const run = (duration: number) =>
      autocannon({ url: `${baseUrl}${path}`, connections: CONNECTIONS, duration, headers: sent });
    await run(2);
    const spent = watchProcessorTime();
    const { requests, non2xx, errors } = await run(SECONDS);
    say(`${name}: ${requests.average.toFixed(0)} a second at ${CONNECTIONS} connections, ${non2xx + errors} faults`);
    say(spent(requests.total));
  }
  const client = makeClient(baseUrl, CONNECTIONS);
  const spent = watchProcessorTime();
  const began = performance.now();
  for (let nth = 0; nth < BOOKINGS; nth += CONNECTIONS) {
    const lanes = Array.from({ length: CONNECTIONS }, (_, lane) => (nth + lane) % 40);
    await Promise.all(
      lanes.map((who) =>
        client.post("/api/appointments", patients[who]!.token, {
          doctorId: doctors[who]!.doctorId,
          start: slotAt(Math.floor(nth / 40)),
        }),
      ),
    );
  }
  const perSecond = BOOKINGS / ((performance.now() - began) / 1000);
  client.close();
  say(`bookings over HTTP, with what follows from them: ${perSecond.toFixed(0)} a second`);
  say(spent(BOOKINGS));
}
