import autocannon from "autocannon";
import { makeDoctors } from "./people";
import type { BenchStack } from "./stack";
import { db } from "@/lib/platform/db/db";
import { createPatient } from "@/tests/support/factories";
import { say } from "@/scripts/process/say";

const HOURS = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, start: "09:00", end: "12:00" },
  { weekday, start: "13:00", end: "17:00" },
]);

/** 14 days of ordinary doctors in Berlin with about 60 visits each, asked for by 8 connections. */
export async function benchAvailability({ baseUrl, watchProcessorTime }: BenchStack): Promise<void> {
  const doctors = await makeDoctors(20, {
    schedule: { rules: HOURS, timeZone: "Europe/Berlin", slotMinutes: 20, horizonDays: 90 },
  });
  await fill(doctors.map(({ doctorId }) => doctorId));
  const from = new Date(Date.now() + 86_400_000).toISOString();
  const to = new Date(Date.now() + 15 * 86_400_000).toISOString();
  const requests = doctors.map(({ doctorId }) => ({
    path: `/api/doctors/${doctorId}/availability?from=${from}&to=${to}`,
  }));
  const run = (duration: number) => autocannon({ url: baseUrl, connections: 8, duration, requests });
  await run(3);
  const spent = watchProcessorTime();
  const { requests: rate, latency, non2xx, errors } = await run(10);
  const processor = spent(rate.total);
  say(
    `availability over HTTP: ${rate.average.toFixed(0)} a second at 8 connections (600 wanted), median ${latency.p50} ms, ` +
      `p97.5 ${latency.p97_5} ms, ${non2xx + errors} faults`,
  );
  say(processor);
}

async function fill(doctorIds: string[]): Promise<void> {
  const day = Date.parse(new Date().toISOString().slice(0, 10));
  for (const [nth, doctorId] of doctorIds.entries()) {
    const { patient } = await createPatient();
    const starts = Array.from(
      { length: 60 },
      (_, i) => day + (1 + Math.floor(i / 5)) * 86_400_000 + (9 + (i % 5)) * 3_600_000 + nth * 60_000,
    );
    await db.appointment.createMany({
      data: starts.map((start) => ({
        doctorId,
        patientId: patient.id,
        status: "CONFIRMED" as const,
        startsAt: new Date(start),
        endsAt: new Date(start + 1_200_000),
      })),
    });
  }
}
