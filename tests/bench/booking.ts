import { v7 as uuidv7 } from "uuid";
import pg from "pg";
import { makeClient, percentile } from "./client";
import { makeDoctors, makePatients, slotAt } from "./people";
import type { BenchStack } from "./stack";
import { say } from "@/scripts/process/say";

const CONNECTIONS = 8;
const DOCTORS = 40;
const BOOKINGS = 4_000;
const WARM_UP = 600;

/** Distinct slots over REST by 8 connections, beside what bare `INSERT … ON CONFLICT` does in the same run. */
export async function benchBooking({ baseUrl, databaseUrl, watchProcessorTime }: BenchStack): Promise<void> {
  const patients = await makePatients(DOCTORS);
  const doctors = await makeDoctors(DOCTORS);
  const raw = await rawInserts(databaseUrl, doctors, patients);
  const client = makeClient(baseUrl, CONNECTIONS);
  const statuses = new Map<number, number>();
  const book = async (index: number) => {
    const who = index % DOCTORS;
    const body = { doctorId: doctors[who]!.doctorId, start: slotAt(Math.floor(index / DOCTORS)) };
    const { status, ms } = await client.post("/api/appointments", patients[who]!.token, body);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    return ms;
  };
  await drive(0, WARM_UP, book);
  statuses.clear();
  const spent = watchProcessorTime();
  const began = performance.now();
  const times = await drive(WARM_UP, BOOKINGS, book);
  const perSecond = BOOKINGS / ((performance.now() - began) / 1000);
  const processor = spent(BOOKINGS);
  client.close();
  say(
    `booking over HTTP: ${perSecond.toFixed(0)} a second at ${CONNECTIONS} connections (300 wanted), median ` +
      `${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms, answers ${JSON.stringify([...statuses])}; ` +
      `bare INSERT … ON CONFLICT ${raw.toFixed(0)} a second: ${((100 * perSecond) / raw).toFixed(0)} % of it`,
  );
  say(processor);
}

/** `count` calls from `first` on, as many at a time as there are connections. */
async function drive(first: number, count: number, call: (index: number) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  let next = first;
  const lane = async () => {
    while (next < first + count) times.push(await call(next++));
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  return times;
}

async function rawInserts(
  url: string,
  doctors: { doctorId: string }[],
  patients: { patientId: string }[],
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new pg.Client({ connectionString: url, options: "-c role=caresync_app" });
      await client.connect();
      return client;
    }),
  );
  let next = 0;
  const insert = async (client: pg.Client) => {
    while (next < BOOKINGS) {
      const index = next++;
      const who = index % DOCTORS;
      const start = new Date(Date.parse(slotAt(Math.floor(index / DOCTORS))) + 200 * 86_400_000);
      await client.query({
        name: "insert",
        text: `INSERT INTO "Appointment" ("id", "doctorId", "patientId", "startsAt", "endsAt", "status") VALUES ($1, $2, $3, $4, $5, 'CONFIRMED') ON CONFLICT DO NOTHING`,
        values: [
          uuidv7(),
          doctors[who]!.doctorId,
          patients[who]!.patientId,
          start,
          new Date(start.getTime() + 1_800_000),
        ],
      });
    }
  };
  const began = performance.now();
  await Promise.all(clients.map(insert));
  const perSecond = BOOKINGS / ((performance.now() - began) / 1000);
  await Promise.all(clients.map((client) => client.end()));
  return perSecond;
}
