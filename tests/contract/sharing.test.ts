import { beforeAll, expect, it } from "vitest";
import { DELETE as END } from "@/app/api/patients/[id]/grants/[grant]/route";
import { GET as LIST, POST as GIVE } from "@/app/api/patients/[id]/grants/route";
import { createCast } from "@/tests/support/actors";
import { bearerOf, call, expectProblem, type Handler } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
let cast: Awaited<ReturnType<typeof createCast>>;
let id: string;
let doctorId: string;
let own: { Authorization: string };

const send = (handler: unknown, params: object, options: Parameters<typeof call>[1] = {}) =>
  call(handler as Handler, { headers: own, params: { id, ...params }, ...options });
const give = (body: object, headers: Record<string, string> = own) =>
  send(GIVE, {}, { method: "POST", body: { doctorId, ...body }, headers });

beforeAll(async () => {
  cast = await createCast();
  id = cast.patient.patient.id;
  doctorId = cast.doctor.doctorId;
  own = await bearerOf(cast.patient.user);
});

it("gives a grant once per Idempotency-Key, lists it and ends it", async () => {
  const headers = { ...own, "Idempotency-Key": "grant-1" };
  const body = { scope: "BACKGROUND", endsOn: "2190-01-31" };
  const [given, again] = [await give(body, headers), await give(body, headers)];
  expect([given.status, again.body.id]).toEqual([201, given.body.id]);
  expect(given.body).toMatchObject({ patientId: id, doctorId, state: "ACTIVE", givenByYou: true, ...body });
  expectProblem(await give({}), 409, "already-exists");
  expect((await send(LIST, {})).body).toMatchObject({
    items: [{ id: given.body.id, state: "ACTIVE" }],
    nextCursor: null,
  });
  const end = () => send(END, { grant: given.body.id }, { method: "DELETE" });
  expect([(await end()).status, (await end()).status]).toEqual([204, 204]);
  expect((await send(LIST, {})).body).toMatchObject({ items: [{ id: given.body.id, state: "ENDED" }] });
});

it("is missing for everyone else, and refuses what can't be", async () => {
  for (const { user } of [cast.doctor, cast.manager, cast.admin]) {
    const headers = await bearerOf(user);
    expectProblem(await send(LIST, {}, { headers }), 404, "not-found");
    expectProblem(await give({}, headers), 404, "not-found");
    expectProblem(await send(END, { grant: MISSING }, { method: "DELETE", headers }), 404, "not-found");
  }
  expectProblem(await send(END, { grant: MISSING }, { method: "DELETE" }), 404, "not-found");
  expectProblem(await give({ doctorId: MISSING }), 404, "not-found");
  for (const body of [{ scope: "SOME" }, { endsOn: "2020-01-01" }, { until: "2190-01-31" }])
    expectProblem(await give(body), 422, "invalid");
});
