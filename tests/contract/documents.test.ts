import { beforeAll, describe, expect, it } from "vitest";
import { DELETE as removeDocument, GET as openDocument } from "@/app/api/documents/[id]/route";
import { GET as listDocuments, POST as addDocument } from "@/app/api/patients/[id]/documents/route";
import { createCast } from "@/tests/support/actors";
import { asFile, pdf } from "@/tests/support/files";
import { essence, expectProblem, pathsOf } from "./appointments-harness";
import { askFor, form, send, type User } from "./forms-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
const FACTS = { title: "Letter from the eye clinic", kind: "LETTER", datedOn: "2026-05-03" };
let cast: Awaited<ReturnType<typeof createCast>>;
let patientId = "";
beforeAll(async () => {
  cast = await createCast();
  patientId = cast.patient.patient.id;
});

const add = (user: User, id: string, fields: Record<string, File | string>, headers = {}) =>
  send(addDocument, user, id, { method: "POST", body: form(fields), headers });

describe("documents by REST", () => {
  it("are added, listed, opened and deleted", async () => {
    const { user } = cast.patient;
    const made = await add(user, patientId, { file: asFile(pdf()), ...FACTS });
    expect(made).toMatchObject({ status: 201, body: { ...FACTS, patientId, type: "application/pdf" } });
    const id = String(made.body.id);
    expect(made.headers.get("location")).toBe(`/api/documents/${id}`);
    const list = await send(listDocuments, user, patientId);
    expect(list.body).toEqual({ items: [made.body], nextCursor: null });
    const opened = await askFor(openDocument, user, id);
    expect(Buffer.from(await opened.arrayBuffer())).toEqual(pdf());
    expect(opened.headers.get("content-disposition")).toContain('filename="Letter from the eye clinic.pdf"');
    expect(opened.headers.get("content-security-policy")).toBe(
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    );
    expectProblem(await add(user, patientId, { file: asFile(pdf()), ...FACTS }), 409, "already-exists");
    expect((await send(removeDocument, user, id, { method: "DELETE" })).status).toBe(204);
    expectProblem(await send(openDocument, user, id), 404, "not-found");
  });

  it("are added once when the request is repeated", async () => {
    const headers = { "Idempotency-Key": "6f1d6a4e-document" };
    const post = () => add(cast.patient.user, patientId, { file: asFile(pdf("Once")), ...FACTS }, headers);
    const [first, second] = [await post(), await post()];
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
  });

  it("refuse what can't be one", async () => {
    const { user } = cast.patient;
    const file = asFile(pdf("Wrong"));
    const wrong = await add(user, patientId, { file, title: " ", kind: "NOVEL", datedOn: "3 May" });
    expect(pathsOf(expectProblem(wrong, 422, "invalid")).toSorted()).toEqual(["datedOn", "kind", "title"]);
    const later = await add(user, patientId, { file, ...FACTS, datedOn: "2199-01-01" });
    expect(pathsOf(expectProblem(later, 422, "invalid"))).toEqual(["datedOn"]);
    const none = await add(user, patientId, FACTS);
    expect(pathsOf(expectProblem(none, 422, "invalid"))).toEqual(["file"]);
  });
});

it("look to everyone else like those of a missing patient", async () => {
  const { patient, doctor, manager, coordinator, admin } = cast;
  const { body } = await add(patient.user, patientId, { file: asFile(pdf("Secret")), ...FACTS });
  for (const { user } of [doctor, manager, coordinator, admin]) {
    for (const [handler, id, method] of [
      [listDocuments, patientId, "GET"],
      [openDocument, String(body.id), "GET"],
      [removeDocument, String(body.id), "DELETE"],
    ] as const) {
      const others = await send(handler, user, id, { method });
      expectProblem(others, 404, "not-found");
      expect(essence(others)).toEqual(essence(await send(handler, user, MISSING, { method })));
    }
    expectProblem(await add(user, patientId, { file: asFile(pdf("Mine")), ...FACTS }), 404, "not-found");
  }
});
