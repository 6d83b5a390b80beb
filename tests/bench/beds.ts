import { signAccessToken } from "@/lib/platform/auth/access-token";
import { db } from "@/lib/platform/db/db";
import { createBed, createHospital, createPatient, createStaff, createWard } from "@/tests/support/factories";
import { say } from "@/scripts/process/say";
import { makeClient, percentile, type Answer } from "./client";
import type { BenchStack } from "./stack";

const CONNECTIONS = 8;
const STAYS = 400;
const WARM_UP = 60;
const CLIENTS = 25;
const ROUNDS = 40;

type Client = ReturnType<typeof makeClient>;
type House = { hospitalId: string; wardId: string; token: string };

/**
 * Stays from the reservation to the cleaned bed over REST by 8 connections, in one hospital and in eight; then races.
 */
export async function benchBeds(stack: BenchStack): Promise<void> {
  await benchStays(stack, 1);
  await benchStays(stack, CONNECTIONS);
  await benchBedRaces(stack);
}

async function makeHouse(): Promise<House> {
  const hospital = await createHospital();
  const { user } = await createStaff(hospital.id, "MANAGER");
  const ward = await createWard(hospital.id);
  return { hospitalId: hospital.id, wardId: ward.id, token: await signAccessToken(user.id, 0) };
}

const bedOf = async ({ hospitalId, wardId }: House) => (await createBed(hospitalId, { ward: { id: wardId } })).id;

/** A request that awaits its answer. */
async function makeRequest({ hospitalId }: House): Promise<string> {
  const { patient } = await createPatient();
  const data = { hospitalId, patientId: patient.id, wardKind: "GENERAL" as const, startsAt: new Date() };
  return (await db.bedBooking.create({ data, select: { id: true } })).id;
}

/** Every lane has two beds and a queue of requests, and takes each through all its steps. */
async function benchStays({ baseUrl, watchProcessorTime }: BenchStack, hospitals: number): Promise<void> {
  const houses = await Promise.all(Array.from({ length: hospitals }, makeHouse));
  const lanes = await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, i) => {
      const house = houses[i % hospitals]!;
      const requests: string[] = [];
      for (let n = 0; n < STAYS / CONNECTIONS + WARM_UP / CONNECTIONS; n++) requests.push(await makeRequest(house));
      return { house, beds: [await bedOf(house), await bedOf(house)] as const, requests };
    }),
  );
  const client = makeClient(baseUrl, CONNECTIONS);
  const run = (from: number, to: number) =>
    Promise.all(
      lanes.map(async ({ house, beds, requests }) => {
        const answers: Answer[] = [];
        for (const id of requests.slice(from, to)) answers.push(...(await wholeStay(client, house.token, id, beds)));
        return answers;
      }),
    );
  await run(0, WARM_UP / CONNECTIONS);
  const spent = watchProcessorTime();
  const began = performance.now();
  const answers = (await run(WARM_UP / CONNECTIONS, Infinity)).flat();
  const seconds = (performance.now() - began) / 1000;
  const processor = spent(answers.length);
  client.close();
  const times = answers.map(({ ms }) => ms);
  const failed = answers.filter(({ status }) => status !== 200).length;
  say(
    `bed operations over HTTP, ${hospitals === 1 ? "one hospital" : `${hospitals} hospitals`}: ${(answers.length / seconds).toFixed(0)} a second at ${CONNECTIONS} connections, ` +
      `median ${percentile(times, 0.5).toFixed(1)} ms, p95 ${percentile(times, 0.95).toFixed(1)} ms, ${failed} of ${answers.length} not answered with 200`,
  );
  say(processor);
}

/** Reserve → admit → transfer → discharge → both beds ready. */
async function wholeStay(
  { send, post }: Client,
  token: string,
  id: string,
  [first, second]: readonly [string, string],
): Promise<Answer[]> {
  const step = (body: unknown) => send("PUT", `/api/bed-bookings/${id}/status`, token, body);
  const ready = (bed: string) => send("PATCH", `/api/beds/${bed}`, token, { state: "READY" });
  return [
    await step({ status: "RESERVED", bedId: first }),
    await step({ status: "ADMITTED" }),
    await post(`/api/bed-bookings/${id}/transfer`, token, { bedId: second }),
    await step({ status: "DISCHARGED" }),
    await ready(first),
    await ready(second),
  ];
}

/** 25 clients for one thing, 40 rounds each: for the last free bed, and for the admission of one patient. */
async function benchBedRaces({ baseUrl }: BenchStack): Promise<void> {
  const client = makeClient(baseUrl, CLIENTS);
  const house = await makeHouse();
  const all = Array.from({ length: CLIENTS });
  await rounds("the last free bed", "bed-taken", 200, async () => {
    const [bedId, requests] = [await bedOf(house), await Promise.all(all.map(() => makeRequest(house)))];
    return () =>
      requests.map((id) =>
        client.send("PUT", `/api/bed-bookings/${id}/status`, house.token, { status: "RESERVED", bedId }),
      );
  });
  await rounds("one patient, 25 beds", "patient-admitted", 201, async () => {
    const { patientId } = await db.bedBooking.findUniqueOrThrow({
      where: { id: await makeRequest(house) },
      select: { patientId: true },
    });
    const beds = await Promise.all(all.map(() => bedOf(house)));
    return () =>
      beds.map((bedId) =>
        client.post(`/api/hospitals/${house.hospitalId}/admissions`, house.token, { bedId, patientId }),
      );
  });
  client.close();
}

async function rounds(
  name: string,
  refusal: string,
  success: number,
  prepare: () => Promise<() => Promise<Answer>[]>,
): Promise<void> {
  const times: number[] = [];
  let clean = 0;
  let faults = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const attempt = await prepare();
    const answers = await Promise.all(attempt());
    const winners = answers.filter(({ status }) => status === success).length;
    const refused = answers.filter(({ status, code }) => status === 409 && code === refusal).length;
    if (winners === 1 && refused === CLIENTS - 1) clean++;
    faults += answers.filter(({ status }) => status >= 500).length;
    times.push(...answers.map(({ ms }) => ms));
  }
  say(
    `race for ${name}: ${clean} of ${ROUNDS} rounds with one winner and ${CLIENTS - 1} × ${refusal}, ${faults} answers 5xx, ` +
      `median ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms (1,000 at most wanted)`,
  );
}
