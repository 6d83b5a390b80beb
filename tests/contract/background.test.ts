import { beforeAll, describe, expect, it } from "vitest";
import { GET as getAllergy, PATCH as changeAllergy } from "@/app/api/allergies/[id]/route";
import { GET as getCondition, PATCH as changeCondition } from "@/app/api/conditions/[id]/route";
import { GET as listAllergies, POST as addAllergy } from "@/app/api/patients/[id]/allergies/route";
import { GET as listConditions, POST as addCondition } from "@/app/api/patients/[id]/conditions/route";
import { PUT as stateNone } from "@/app/api/patients/[id]/no-known-allergies/route";
import { createCast } from "@/tests/support/actors";
import { bearerOf, call, essence, expectProblem, pathsOf, type Handler, type Sent } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
const PENICILLIN = { substance: "Penicillin", category: "MEDICATION" };
let cast: Awaited<ReturnType<typeof createCast>>;
let patientId = "";
beforeAll(async () => {
  cast = await createCast();
  patientId = cast.patient.patient.id;
});

const send = async (handler: unknown, user: { id: string }, id: string, sent: Sent = {}) =>
  call(handler as Handler, { ...sent, headers: { ...(await bearerOf(user)), ...sent.headers }, params: { id } });

describe("allergies by REST", () => {
  it("are stated as none, recorded, listed, read and changed", async () => {
    const { user } = cast.patient;
    const none = await send(stateNone, user, patientId, { method: "PUT" });
    expect(none).toMatchObject({ status: 200, body: { answer: "NONE_KNOWN", items: [] } });
    const made = await send(addAllergy, user, patientId, { method: "POST", body: PENICILLIN });
    expect(made).toMatchObject({
      status: 201,
      body: { ...PENICILLIN, criticality: "UNKNOWN", reaction: "", version: 1 },
    });
    const id = String(made.body.id);
    expect(made.headers.get("location")).toBe(`/api/allergies/${id}`);
    const list = await send(listAllergies, user, patientId);
    expect(list.body).toMatchObject({ answer: "LISTED", noneKnown: null, items: [{ id }] });
    const change = { method: "PATCH", body: { criticality: "HIGH" }, headers: { "If-Match": '"1"' } };
    const changed = await send(changeAllergy, user, id, change);
    expect(changed).toMatchObject({
      status: 200,
      body: { criticality: "HIGH", earlier: [{ criticality: "UNKNOWN" }] },
    });
    expect(changed.headers.get("etag")).toBe('"2"');
    expectProblem(
      await send(changeAllergy, user, id, { ...change, body: { reaction: "Rash" } }),
      412,
      "precondition-failed",
    );
    expect((await send(getAllergy, user, id)).body).toEqual(changed.body);
    expectProblem(await send(stateNone, user, patientId, { method: "PUT" }), 409, "invalid-transition");
  });

  it("refuse what can't be one", async () => {
    const post = (body: object) => send(addAllergy, cast.patient.user, patientId, { method: "POST", body });
    expect(pathsOf(expectProblem(await post({ substance: " ", category: "PET" }), 422, "invalid"))).toEqual([
      "substance",
      "category",
    ]);
    expect(pathsOf(expectProblem(await post({ ...PENICILLIN, patientId }), 422, "invalid"))).toHaveLength(1);
  });

  it("are recorded once when the request is repeated", async () => {
    const key = { "Idempotency-Key": "6f1d6a4e-allergies" };
    const body = { substance: "Latex", category: "OTHER" };
    const post = () => send(addAllergy, cast.patient.user, patientId, { method: "POST", body, headers: key });
    const [first, second] = [await post(), await post()];
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
  });
});

describe("conditions by REST", () => {
  it("are recorded, listed, read and changed", async () => {
    const { user } = cast.patient;
    const body = { name: "Asthma", onset: "1998" };
    const made = await send(addCondition, user, patientId, { method: "POST", body });
    expect(made).toMatchObject({ status: 201, body: { ...body, diagnosis: null, status: "ACTIVE", version: 1 } });
    const id = String(made.body.id);
    expect((await send(listConditions, user, patientId)).body).toMatchObject({ items: [{ id }] });
    const changed = await send(changeCondition, user, id, { method: "PATCH", body: { status: "RESOLVED" } });
    expect(changed.body).toMatchObject({ status: "RESOLVED", earlier: [{ status: "ACTIVE" }] });
    expect((await send(getCondition, user, id)).body).toEqual(changed.body);
    const wrong = await send(addCondition, user, patientId, {
      method: "POST",
      body: { name: "Gout", onset: "1998-13" },
    });
    expect(pathsOf(expectProblem(wrong, 422, "invalid"))).toEqual(["onset"]);
  });
});

it("look to everyone else like those of a missing patient", async () => {
  const { patient, doctor, manager, coordinator, admin } = cast;
  const allergy = await send(addAllergy, patient.user, patientId, {
    method: "POST",
    body: { ...PENICILLIN, substance: "Dust" },
  });
  const condition = await send(addCondition, patient.user, patientId, { method: "POST", body: { name: "Gout" } });
  const tries: [unknown, string, Sent][] = [
    [listAllergies, patientId, {}],
    [listConditions, patientId, {}],
    [addAllergy, patientId, { method: "POST", body: PENICILLIN }],
    [addCondition, patientId, { method: "POST", body: { name: "Gout" } }],
    [stateNone, patientId, { method: "PUT" }],
    [getAllergy, String(allergy.body.id), {}],
    [changeAllergy, String(allergy.body.id), { method: "PATCH", body: { reaction: "Rash" } }],
    [getCondition, String(condition.body.id), {}],
    [changeCondition, String(condition.body.id), { method: "PATCH", body: { name: "Other" } }],
  ];
  for (const { user } of [doctor, manager, coordinator, admin]) {
    for (const [handler, id, sent] of tries) {
      const others = await send(handler, user, id, sent);
      expectProblem(others, 404, "not-found");
      expect(essence(others)).toEqual(essence(await send(handler, user, MISSING, sent)));
    }
  }
});
