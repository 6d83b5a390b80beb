import { beforeAll, describe, expect, it } from "vitest";
import { GET as getAnswers, PUT as writeAnswers } from "@/app/api/appointments/[id]/answers/route";
import { POST as submitAnswers } from "@/app/api/appointments/[id]/answers/submit/route";
import { GET as listOfDoctor, POST as addOfDoctor } from "@/app/api/doctors/[id]/questionnaires/route";
import { GET as listOfHospital, POST as addOfHospital } from "@/app/api/hospitals/[id]/questionnaires/route";
import { POST as publish } from "@/app/api/questionnaires/[id]/publish/route";
import { GET as getQuestionnaire, PATCH as changeQuestionnaire } from "@/app/api/questionnaires/[id]/route";
import { POST as withdraw } from "@/app/api/questionnaires/[id]/withdraw/route";
import { createCast } from "@/tests/support/actors";
import { createAppointment, createService } from "@/tests/support/factories";
import { bearerOf, call, essence, expectProblem, pathsOf, type Handler, type Sent } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
const QUESTIONS = [
  { key: "fever", text: "Do you have a fever?", kind: "CHOICE", options: ["Yes", "No"], required: true },
  {
    key: "degrees",
    text: "How high was it?",
    kind: "NUMBER",
    unit: "°C",
    min: 30,
    max: 45,
    condition: { question: "fever", operator: "IS", value: "Yes" },
  },
];
let cast: Awaited<ReturnType<typeof createCast>>;
beforeAll(async () => {
  cast = await createCast();
});

const send = async (handler: unknown, user: { id: string }, id: string, sent: Sent = {}) =>
  call(handler as Handler, { ...sent, headers: { ...(await bearerOf(user)), ...sent.headers }, params: { id } });
const post = (handler: unknown, user: { id: string }, id: string, body?: unknown, headers = {}) =>
  send(handler, user, id, { method: "POST", headers, ...(body === undefined ? {} : { body }) });

/** A service the cast's doctor offers, and the patient's appointment for it at the hospital. */
async function createVisit() {
  const { doctorId } = cast.doctor;
  const { id: serviceId } = await createService({ doctorId });
  const { id } = await createAppointment(
    { doctorId, patientId: cast.patient.patient.id },
    { serviceId, hospitalId: cast.hospital.id },
  );
  return { id, serviceId };
}

async function createPublished(serviceId: string) {
  const { user } = cast.manager;
  const made = await post(addOfHospital, user, cast.hospital.id, { serviceId });
  const id = String(made.body.id);
  await send(changeQuestionnaire, user, id, { method: "PATCH", body: { questions: QUESTIONS } });
  await post(publish, user, id);
  return { id, made };
}

describe("questionnaires by REST", () => {
  it("are begun, listed, written, published and withdrawn", async () => {
    const { user, doctorId } = cast.doctor;
    const { serviceId } = await createVisit();
    const made = await post(addOfDoctor, user, doctorId, { serviceId });
    expect(made).toMatchObject({ status: 201, body: { doctorId, hospitalId: null, published: 0, questions: [] } });
    const id = String(made.body.id);
    expect(made.headers.get("location")).toBe(`/api/questionnaires/${id}`);
    expectProblem(await post(addOfDoctor, user, doctorId, { serviceId }), 409, "already-exists");
    expect((await send(listOfDoctor, user, doctorId)).body).toMatchObject({ items: [{ id, isAsked: false }] });
    expect(pathsOf(expectProblem(await post(publish, user, id), 422, "invalid"))).toEqual(["questions"]);
    const change = { method: "PATCH", body: { questions: QUESTIONS }, headers: { "If-Match": '"1"' } };
    const changed = await send(changeQuestionnaire, user, id, change);
    expect(changed).toMatchObject({ status: 200, body: { questions: QUESTIONS, version: 2 } });
    const emptied = await send(changeQuestionnaire, user, id, { ...change, body: { questions: [] } });
    expectProblem(emptied, 412, "precondition-failed");
    expect((await send(getQuestionnaire, user, id)).body).toEqual(changed.body);
    const published = await post(publish, user, id, undefined, { "If-Match": '"2"' });
    expect(published).toMatchObject({ status: 200, body: { published: 1, isAsked: true } });
    expectProblem(await post(publish, user, id), 409, "invalid-transition");
    expect((await post(withdraw, user, id)).body).toMatchObject({ published: 1, isAsked: false });
    expectProblem(await post(withdraw, user, id), 409, "invalid-transition");
  });

  it("refuse what can't be asked, naming it", async () => {
    const { user } = cast.manager;
    const { id } = await createPublished((await createVisit()).serviceId);
    const body = {
      questions: [{ ...QUESTIONS[1], key: "Ä" }, { ...QUESTIONS[0], options: ["Yes"] }, { kind: "SIGNATURE" }],
    };
    const refused = expectProblem(await send(changeQuestionnaire, user, id, { method: "PATCH", body }), 422, "invalid");
    expect(pathsOf(refused)).toEqual(["questions.0.key", "questions.1.options", "questions.2.kind"]);
  });

  it("are begun once when the request is repeated", async () => {
    const { serviceId } = await createVisit();
    const begin = () =>
      post(
        addOfHospital,
        cast.manager.user,
        cast.hospital.id,
        { serviceId },
        { "Idempotency-Key": `begin-${serviceId}` },
      );
    const [first, second] = [await begin(), await begin()];
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
  });

  it("are not a coordinator's to change, and look to everyone else like missing ones", async () => {
    const { patient, doctor, coordinator, admin, hospital } = cast;
    const { serviceId } = await createVisit();
    const { id } = await createPublished(serviceId);
    const tries: [unknown, string, Sent][] = [
      [addOfHospital, hospital.id, { method: "POST", body: { serviceId } }],
      [changeQuestionnaire, id, { method: "PATCH", body: { questions: [] } }],
      [publish, id, { method: "POST" }],
      [withdraw, id, { method: "POST" }],
    ];
    const looks: [unknown, string, Sent][] = [
      [listOfHospital, hospital.id, {}],
      [getQuestionnaire, id, {}],
    ];
    for (const [handler, of, sent] of tries)
      expectProblem(await send(handler, coordinator.user, of, sent), 403, "forbidden");
    for (const [handler, of] of looks) expect((await send(handler, coordinator.user, of)).status).toBe(200);
    for (const { user } of [patient, doctor, admin]) {
      for (const [handler, of, sent] of [...tries, ...looks]) {
        const others = await send(handler, user, of, sent);
        expectProblem(others, 404, "not-found");
        expect(essence(others)).toEqual(essence(await send(handler, user, MISSING, sent)));
      }
    }
    for (const { user } of [patient, coordinator, admin]) {
      expectProblem(await send(listOfDoctor, user, doctor.doctorId), 404, "not-found");
      expectProblem(await post(addOfDoctor, user, doctor.doctorId, { serviceId }), 404, "not-found");
    }
  });
});

describe("answers by REST", () => {
  it("are saved, sent and read", async () => {
    const { patient, doctor, coordinator, admin } = cast;
    const { id, serviceId } = await createVisit();
    expectProblem(await send(getAnswers, patient.user, id), 404, "not-found");
    await createPublished(serviceId);
    const asked = await send(getAnswers, patient.user, id);
    expect(asked.body).toMatchObject({ number: 1, status: "NOT_STARTED", version: 0, mayAnswer: true, draft: null });
    const body = { answers: { fever: "Yes" }, version: 0 };
    const saved = await send(writeAnswers, patient.user, id, { method: "PUT", body });
    expect(saved).toMatchObject({ status: 200, body: { status: "IN_PROGRESS", version: 1, draft: { fever: "Yes" } } });
    expectProblem(await send(writeAnswers, patient.user, id, { method: "PUT", body }), 409, "version-mismatch");
    const wrong = { answers: { fever: "Yes", degrees: 99 }, version: 1 };
    expect(pathsOf(expectProblem(await post(submitAnswers, patient.user, id, wrong), 422, "invalid"))).toEqual([
      "answers.degrees",
    ]);
    const sent = await post(submitAnswers, patient.user, id, { answers: { fever: "No", degrees: 39 }, version: 1 });
    expect(sent).toMatchObject({ status: 200, body: { status: "SUBMITTED", submitted: { fever: "No" } } });
    expect((await send(getAnswers, doctor.user, id)).body).toMatchObject({ submitted: { fever: "No" }, draft: null });
    const atDesk = await send(getAnswers, coordinator.user, id);
    expect(atDesk.body).toMatchObject({ status: "SUBMITTED", submitted: null, draft: null, mayAnswer: false });
    for (const { user } of [doctor, coordinator]) {
      expectProblem(await send(writeAnswers, user, id, { method: "PUT", body }), 403, "forbidden");
      expectProblem(await post(submitAnswers, user, id, body), 403, "forbidden");
    }
    for (const [handler, method] of [[getAnswers], [writeAnswers, "PUT"], [submitAnswers, "POST"]] as const) {
      const given = method ? { method, body } : {};
      const others = await send(handler, admin.user, id, given);
      expectProblem(others, 404, "not-found");
      expect(essence(others)).toEqual(essence(await send(handler, admin.user, MISSING, given)));
    }
  });
});
