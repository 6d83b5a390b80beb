import { beforeAll, describe, expect, it } from "vitest";
import { GET as compare } from "@/app/api/duplicates/[id]/route";
import { DELETE as suggestAgain, PUT as tellApart } from "@/app/api/duplicates/[id]/set-aside/route";
import { GET as listDuplicates } from "@/app/api/hospitals/[id]/duplicates/route";
import { GET as listMerges } from "@/app/api/hospitals/[id]/merges/route";
import { GET as getMerge } from "@/app/api/patient-merges/[id]/route";
import { POST as merge } from "@/app/api/patient-merges/route";
import { POST as undo } from "@/app/api/patient-merges/[id]/undo/route";
import { db } from "@/lib/platform/db/db";
import { createCast } from "@/tests/support/actors";
import { createAppointment } from "@/tests/support/factories";
import { bearerOf, call, expectProblem, type Handler, type Sent } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
let cast: Awaited<ReturnType<typeof createCast>>;
let hospitalId = "";
beforeAll(async () => {
  cast = await createCast();
  hospitalId = cast.hospital.id;
});

const send = async (handler: unknown, user: { id: string }, id: string | null, sent: Sent = {}) =>
  call(handler as Handler, {
    ...sent,
    headers: { ...(await bearerOf(user)), ...sent.headers },
    ...(id === null ? {} : { params: { id } }),
  });

/** Two records of one person, and the pair they make. */
async function pair(name: string) {
  const ids: string[] = [];
  for (const phone of [null, "+493055501"]) {
    const { id } = await db.patient.create({ data: { name, phone, bornOn: new Date("1984-03-05") } });
    await createAppointment({ doctorId: cast.doctor.doctorId, patientId: id }, { hospitalId });
    ids.push(id);
  }
  const [survivorId = "", sourceId = ""] = ids;
  const { id: duplicateId } = await db.likelyDuplicate.findFirstOrThrow({
    where: { firstId: { in: ids }, secondId: { in: ids } },
  });
  return { survivorId, sourceId, duplicateId };
}

describe("records of one person by REST", () => {
  it("are listed, compared, merged and told apart again by the desk", async () => {
    const desk = cast.coordinator.user;
    const { survivorId, sourceId, duplicateId } = await pair("Mina Castellan");
    const list = await send(listDuplicates, desk, hospitalId);
    expect(list.body).toMatchObject({ items: [{ id: duplicateId, likeness: "NAME_AND_BIRTH" }], nextCursor: null });
    expect((await send(compare, desk, duplicateId)).body).toMatchObject({
      overlaps: [],
      ways: [{ obstacle: null }, { obstacle: null }],
    });
    const body = { duplicateId, survivorId, take: ["phone"] };
    const key = { "Idempotency-Key": "merge-once-only-1" };
    const made = await send(merge, desk, null, { method: "POST", body, headers: key });
    expect(made).toMatchObject({ status: 201, body: { taken: ["phone"], source: { id: sourceId }, undoneAt: null } });
    const id = String(made.body.id);
    expect(made.headers.get("location")).toBe(`/api/patient-merges/${id}`);
    expect((await send(merge, desk, null, { method: "POST", body, headers: key })).body).toEqual(made.body);
    expectProblem(await send(compare, desk, duplicateId), 404, "not-found");
    expect((await send(getMerge, desk, id)).body).toEqual(made.body);
    expect((await send(listMerges, desk, hospitalId)).body).toMatchObject({ items: [{ id }] });
    expect((await send(undo, desk, id, { method: "POST" })).body).toMatchObject({
      id,
      undoneAt: expect.any(String) as string,
    });
    expectProblem(await send(undo, desk, id, { method: "POST" }), 409, "invalid-transition");
    expect((await send(tellApart, desk, duplicateId, { method: "PUT" })).body).toMatchObject({ isSetAside: true });
    expect((await send(listDuplicates, desk, hospitalId)).body).toMatchObject({ items: [] });
    expect((await send(suggestAgain, desk, duplicateId, { method: "DELETE" })).body).toMatchObject({
      isSetAside: false,
    });
  });

  it("say what stands against a merge, and refuse what isn't one of the two", async () => {
    const { survivorId, sourceId, duplicateId } = await pair("Rosa Dunmore");
    await db.patientAccess.create({ data: { userId: cast.doctor.user.id, patientId: sourceId, relation: "SELF" } });
    const post = (body: object) => send(merge, cast.manager.user, null, { method: "POST", body });
    const refused = await post({ duplicateId, survivorId });
    expectProblem(refused, 409, "conflict");
    expect(refused.body).toMatchObject({ reason: "account" });
    expectProblem(await post({ duplicateId, survivorId: MISSING }), 422, "invalid");
    expectProblem(await post({ duplicateId, survivorId, take: ["notes"] }), 422, "invalid");
    expectProblem(await post({ duplicateId: MISSING, survivorId }), 404, "not-found");
  });

  it("don't exist for anyone but the hospital's staff", async () => {
    const { survivorId, duplicateId } = await pair("Hana Eastlake");
    for (const { user } of [cast.patient, cast.doctor, cast.admin]) {
      expectProblem(await send(listDuplicates, user, hospitalId), 404, "not-found");
      expectProblem(await send(listMerges, user, hospitalId), 404, "not-found");
      expectProblem(await send(compare, user, duplicateId), 404, "not-found");
      const sent = { method: "POST", body: { duplicateId, survivorId } };
      expectProblem(await send(merge, user, null, sent), 404, "not-found");
    }
  });
});
