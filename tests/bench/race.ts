import { makeClient, percentile, type Answer } from "./client";
import { makeDoctors, makePatients, slotAt } from "./people";
import type { BenchStack } from "./stack";
import { say } from "@/scripts/process/say";

const CLIENTS = 25;
const ROUNDS = 40;

/** 25 clients for one thing, 40 rounds each: for one slot, one hold, and one patient's overlapping times. */
export async function benchRaces({ baseUrl }: BenchStack): Promise<void> {
  const client = makeClient(baseUrl, CLIENTS);
  const patients = await makePatients(CLIENTS);
  const [doctor] = await makeDoctors(1);
  const many = await makeDoctors(CLIENTS);
  const [lone] = await makePatients(1);
  const book = (token: string, doctorId: string, slot: number) =>
    client.post("/api/appointments", token, { doctorId, start: slotAt(slot) });
  const hold = (token: string, doctorId: string, slot: number) =>
    client.post("/api/appointments/holds", token, { doctorId, start: slotAt(slot) });
  await book(patients[0]!.token, doctor!.doctorId, 9_000); // the first request pays for compiling

  await rounds("one slot", "slot-taken", (round) => patients.map(({ token }) => book(token, doctor!.doctorId, round)));
  await rounds("one hold", "slot-taken", (round) =>
    patients.map(({ token }) => hold(token, doctor!.doctorId, 100 + round)),
  );
  await rounds("one patient, 25 doctors", "patient-busy", (round) =>
    many.map(({ doctorId }) => book(lone!.token, doctorId, 200 + round)),
  );
  client.close();
}

async function rounds(name: string, refusal: string, attempt: (round: number) => Promise<Answer>[]): Promise<void> {
  const all: Answer[] = [];
  let clean = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const answers = await Promise.all(attempt(round));
    const winners = answers.filter(({ status }) => status === 201).length;
    const refused = answers.filter(({ status, code }) => status === 409 && code === refusal);
    const told = refusal !== "slot-taken" || refused.every(({ hasAlternatives }) => hasAlternatives);
    if (winners === 1 && refused.length === CLIENTS - 1 && told) clean++;
    all.push(...answers);
  }
  const times = all.map(({ ms }) => ms);
  const faults = all.filter(({ status }) => status >= 500).length;
  say(
    `race for ${name}: ${clean} of ${ROUNDS} rounds with one winner and ${CLIENTS - 1} × ${refusal}, ${faults} answers 5xx, ` +
      `median ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms (1,000 at most wanted)`,
  );
}
