import { beforeAll, expect, it } from "vitest";
import { DELETE as END } from "@/app/api/patients/[id]/links/[link]/route";
import { GET as LIST, POST as MAKE } from "@/app/api/patients/[id]/links/route";
import { createCast } from "@/tests/support/actors";
import { bearerOf, call, expectProblem, type Handler } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
let cast: Awaited<ReturnType<typeof createCast>>;
let id: string;
let own: { Authorization: string };

const send = (handler: unknown, params: object, options: Parameters<typeof call>[1] = {}) =>
  call(handler as Handler, { headers: own, params: { id, ...params }, ...options });
const make = (body: object, headers: Record<string, string> = own) =>
  send(MAKE, {}, { method: "POST", body: { parts: ["ALLERGIES"], minutes: 60, ...body }, headers });

beforeAll(async () => {
  cast = await createCast();
  id = cast.patient.patient.id;
  own = await bearerOf(cast.patient.user);
});

it("makes a link once per Idempotency-Key and shows it this once, lists it and ends it", async () => {
  const headers = { ...own, "Idempotency-Key": "link-1" };
  const body = { parts: ["MEDICINES", "ALLERGIES"], minutes: 15, passcode: "blue heron" };
  const [made, again] = [await make(body, headers), await make(body, headers)];
  expect([made.status, again.body.id, again.body.url]).toEqual([201, made.body.id, made.body.url]);
  expect(made.body).toMatchObject({
    patientId: id,
    parts: ["ALLERGIES", "MEDICINES"],
    visitIds: [],
    state: "ACTIVE",
    maxDevices: 1,
    hasPasscode: true,
    madeByYou: true,
    openings: [],
  });
  expect(made.body.url).toMatch(/\/shared-record#[\w-]{43}$/);
  const listed = await send(LIST, {});
  expect(listed.body).toMatchObject({ items: [{ id: made.body.id, state: "ACTIVE" }], nextCursor: null });
  expect(listed.text).not.toMatch(/url|[Hh]ash|heron|#/);
  const end = () => send(END, { link: made.body.id }, { method: "DELETE" });
  expect([(await end()).status, (await end()).status]).toEqual([204, 204]);
  expect((await send(LIST, {})).body).toMatchObject({ items: [{ id: made.body.id, state: "ENDED" }] });
});

it("is missing for everyone else, and refuses what can't be", async () => {
  for (const { user } of [cast.doctor, cast.manager, cast.admin]) {
    const headers = await bearerOf(user);
    expectProblem(await send(LIST, {}, { headers }), 404, "not-found");
    expectProblem(await make({}, headers), 404, "not-found");
    expectProblem(await send(END, { link: MISSING }, { method: "DELETE", headers }), 404, "not-found");
  }
  expectProblem(await send(END, { link: MISSING }, { method: "DELETE" }), 404, "not-found");
  const impossible = [
    { parts: [] },
    { parts: ["EVERYTHING"] },
    { minutes: 20 },
    { maxDevices: 0 },
    { maxDevices: 6 },
    { passcode: "abc" },
    { parts: ["VISITS"], visitIds: [MISSING] },
    { until: "2190-01-31" },
  ];
  for (const body of impossible) expectProblem(await make(body), 422, "invalid");
});
