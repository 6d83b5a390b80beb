import { beforeAll, expect, it } from "vitest";
import { DELETE as END } from "@/app/api/emergency-access/[id]/route";
import { GET as OWN, POST as OPEN } from "@/app/api/emergency-access/route";
import { POST as REVIEW } from "@/app/api/admin/emergency-access/[id]/review/route";
import { POST as TOLD } from "@/app/api/admin/emergency-access/[id]/told/route";
import { GET as REVIEWS } from "@/app/api/admin/emergency-access/route";
import { GET as OF_PATIENT } from "@/app/api/patients/[id]/emergency-access/route";
import { db } from "@/lib/platform/db/db";
import { createCast } from "@/tests/support/actors";
import { bearerOf, call, expectProblem, type Handler } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
const WANTED = { name: "Orla Fennimore", bornOn: "1959-09-09", reason: "Found unconscious at the station" };
let cast: Awaited<ReturnType<typeof createCast>>;

type Options = { as: { id: string }; params?: object; body?: object; method?: string; key?: string };
const send = async (handler: unknown, { as, params = {}, key, ...options }: Options) =>
  call(handler as Handler, {
    ...options,
    params: params as Record<string, string>,
    headers: { ...(await bearerOf(as)), ...(key ? { "Idempotency-Key": key } : {}) },
  });
const open = (as: { id: string }, body: object = {}, key?: string) =>
  send(OPEN, { as, method: "POST", body: { ...WANTED, ...body }, ...(key ? { key } : {}) });

beforeAll(async () => {
  cast = await createCast();
  const data = { name: WANTED.name, bornOn: new Date(WANTED.bornOn) };
  await db.patient.update({ where: { id: cast.patient.patient.id }, data });
});

it("opens a record once per Idempotency-Key, lists it, closes it, and is reviewed once", async () => {
  const { doctor, patient, admin } = cast;
  const [opened, again] = [await open(doctor.user, {}, "open-1"), await open(doctor.user, {}, "open-1")];
  expect([opened.status, again.body.id]).toEqual([201, opened.body.id]);
  expect(opened.body).toMatchObject({
    patientId: patient.patient.id,
    isOpen: true,
    reason: WANTED.reason,
    verdict: null,
  });
  const id = opened.body.id as string;
  expectProblem(await open(doctor.user), 409, "already-exists");
  expect((await send(OWN, { as: doctor.user })).body).toMatchObject({ items: [{ id }], nextCursor: null });
  const ofPatient = await send(OF_PATIENT, { as: patient.user, params: { id: patient.patient.id } });
  expect(ofPatient.body).toMatchObject({ items: [{ id, reason: WANTED.reason }] });
  expect((await send(REVIEWS, { as: admin.user })).body).toMatchObject({ items: [{ id, looks: 0, canReview: true }] });
  const end = () => send(END, { as: doctor.user, method: "DELETE", params: { id } });
  expect([(await end()).status, (await end()).status]).toEqual([204, 204]);
  const review = () => send(REVIEW, { as: admin.user, method: "POST", params: { id }, body: { verdict: "JUSTIFIED" } });
  expect((await review()).body).toMatchObject({ id, verdict: "JUSTIFIED", remark: null, canReview: false });
  expectProblem(await review(), 409, "invalid-transition");
});

it("notes that a patient without an account was told, and refuses it where an account was notified", async () => {
  const { doctor, patient, admin } = cast;
  const alone = { name: "Odo Unreached", bornOn: "1949-01-02" };
  await db.patient.create({ data: { name: alone.name, bornOn: new Date(alone.bornOn), phone: "+4930123456" } });
  const { id } = (await open(doctor.user, alone)).body;
  const told = (as: { id: string }, which: unknown = id) => send(TOLD, { as, method: "POST", params: { id: which } });
  const { items } = (await send(REVIEWS, { as: admin.user })).body as { items: { id: string }[] };
  expect(items.find((one) => one.id === id)).toMatchObject({ isTold: false, phone: "+4930123456", toldAt: null });
  expectProblem(await told(doctor.user), 404, "not-found");
  expectProblem(await told(admin.user, MISSING), 404, "not-found");
  const noted = await told(admin.user);
  expect([noted.status, noted.body.isTold, noted.body.phone]).toEqual([200, true, null]);
  expect((await told(admin.user)).body.toldAt).toBe(noted.body.toldAt);
  const reached = await db.emergencyAccess.findFirstOrThrow({ where: { patientId: patient.patient.id } });
  expectProblem(await told(admin.user, reached.id), 409, "invalid-transition");
});

it("is missing for everyone else, and refuses what can't be", async () => {
  const { doctor, patient, manager, admin } = cast;
  for (const { user } of [patient, manager, admin]) {
    expectProblem(await open(user), 404, "not-found");
    expectProblem(await send(OWN, { as: user }), 404, "not-found");
    expectProblem(await send(END, { as: user, method: "DELETE", params: { id: MISSING } }), 404, "not-found");
  }
  for (const { user } of [patient, manager, doctor]) {
    expectProblem(await send(REVIEWS, { as: user }), 404, "not-found");
    const body = { verdict: "JUSTIFIED" };
    expectProblem(await send(REVIEW, { as: user, method: "POST", params: { id: MISSING }, body }), 404, "not-found");
  }
  expectProblem(await send(OF_PATIENT, { as: doctor.user, params: { id: patient.patient.id } }), 404, "not-found");
  expectProblem(await open(doctor.user, { name: "Orla Fennimore-Else" }), 404, "not-found");
  for (const body of [{ reason: "" }, { reason: "Urgent" }, { bornOn: "soon" }, { name: " " }, { hours: 8 }])
    expectProblem(await open(doctor.user, body), 422, "invalid");
  const unsaid = { as: admin.user, method: "POST", params: { id: MISSING }, body: { verdict: "NOT_JUSTIFIED" } };
  expectProblem(await send(REVIEW, unsaid), 422, "invalid");
});
