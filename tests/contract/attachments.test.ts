import { beforeAll, describe, expect, it } from "vitest";
import { POST as addAttachment } from "@/app/api/appointments/[id]/encounter/attachments/route";
import { GET as getEncounter } from "@/app/api/appointments/[id]/encounter/route";
import { DELETE as removeAttachment, GET as openAttachment } from "@/app/api/attachments/[id]/route";
import { MAX_FILE_BYTES } from "@/lib/platform/input/file";
import { createCast } from "@/tests/support/actors";
import { asFile, pdf, photo } from "@/tests/support/files";
import { startedVisit } from "../integration/encounter-harness";
import { essence, expectProblem, pathsOf } from "./appointments-harness";
import { askFor, form, send, type User } from "./forms-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
const add = (user: User, visit: string, file: File, headers = {}) =>
  send(addAttachment, user, visit, { method: "POST", body: form({ file }), headers });

let started: Awaited<ReturnType<typeof startedVisit>>;
let doctor: User;
beforeAll(async () => {
  started = await startedVisit();
  doctor = started.doctor.user;
});

describe("attachments by REST", () => {
  it("are added, listed with the note, opened and removed", async () => {
    const file = asFile(pdf(), "Befund “Grün”.pdf");
    const made = await add(doctor, started.appointmentId, file);
    expect(made).toMatchObject({
      status: 201,
      body: { name: "Befund “Grün”.pdf", type: "application/pdf", size: file.size },
    });
    const id = String(made.body.id);
    expect(made.headers.get("location")).toBe(`/api/attachments/${id}`);
    const note = await send(getEncounter, doctor, started.appointmentId);
    expect(note.body.attachments).toEqual([made.body]);
    const opened = await askFor(openAttachment, doctor, id);
    expect([opened.status, Buffer.from(await opened.arrayBuffer())]).toEqual([200, pdf()]);
    expect((await send(removeAttachment, doctor, id, { method: "DELETE" })).status).toBe(204);
    expectProblem(await send(openAttachment, doctor, id), 404, "not-found");
  });

  it("open with headers under which a browser runs nothing, guesses nothing and keeps nothing", async () => {
    const headersOf = async (file: File) => {
      const { body } = await add(doctor, started.appointmentId, file);
      const opened = await askFor(openAttachment, doctor, String(body.id));
      await opened.arrayBuffer();
      return opened.headers;
    };
    const letter = await headersOf(asFile(pdf("Header"), 'a"b;é\r\nX: y.pdf'));
    expect(Object.fromEntries(letter)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": String(pdf("Header").length),
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      "cache-control": "private, no-store",
      "content-disposition": `attachment; filename="ab__X y.pdf"; filename*=UTF-8''ab%3B%C3%A9X%20y.pdf`,
    });
    const picture = await headersOf(asFile(await photo(), "IMG.jpg", "text/html"));
    expect(picture.get("content-type")).toBe("image/jpeg");
    expect(picture.get("content-disposition")).toMatch(/^inline; filename="IMG.jpg"/);
  });

  it("are added once when the request is repeated, and a key is not used for another file", async () => {
    const key = { "Idempotency-Key": "6f1d6a4e-attachment" };
    const first = await add(doctor, started.appointmentId, asFile(pdf("Once")), key);
    const second = await add(doctor, started.appointmentId, asFile(pdf("Once")), key);
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
    expect(second.headers.get("idempotent-replayed")).toBe("true");
    const other = await add(doctor, started.appointmentId, asFile(pdf("Other")), key);
    expectProblem(other, 422, "idempotency-key-reused");
  });

  it("refuse what is no form, no file, another field, too large or of another kind", async () => {
    const visit = started.appointmentId;
    const post = (body: BodyInit, headers = {}) =>
      send(addAttachment, doctor, visit, { method: "POST", body, headers });
    expectProblem(await post("{}", { "Content-Type": "application/json" }), 415, "unsupported-media-type");
    expectProblem(await post("x", { "Content-Type": "multipart/form-data; boundary=y" }), 400, "bad-request");
    expect(pathsOf(expectProblem(await post(form({ file: "text" })), 422, "invalid"))).toEqual(["file"]);
    expect(pathsOf(expectProblem(await post(form({})), 422, "invalid"))).toEqual(["file"]);
    const more = form({ file: asFile(pdf()), patientId: MISSING });
    expectProblem(await post(more), 422, "invalid");
    const twice = form({ file: asFile(pdf()) });
    twice.append("file", asFile(pdf("2")));
    expectProblem(await post(twice), 400, "bad-request");
    expectProblem(await post(form({ file: asFile(Buffer.alloc(0)) })), 422, "invalid");
    expectProblem(await post(form({ file: asFile(Buffer.alloc(MAX_FILE_BYTES + 1)) })), 422, "invalid");
    expectProblem(await post(form({ file: asFile(Buffer.alloc(MAX_FILE_BYTES + 40_000)) })), 413, "payload-too-large");
    const page = asFile(Buffer.from("<svg onload=alert(1)>"), "x.pdf");
    expect(pathsOf(expectProblem(await add(doctor, visit, page), 422, "invalid"))).toEqual(["file"]);
  });
});

it("look to everyone else like those of a missing visit", async () => {
  const { patient, manager, coordinator, admin, doctor: other } = await createCast();
  const { body } = await add(doctor, started.appointmentId, asFile(pdf("Secret")));
  const own = started.patient.user;
  for (const user of [patient.user, manager.user, coordinator.user, admin.user, other.user, own]) {
    for (const [handler, id, method] of [
      [openAttachment, String(body.id), "GET"],
      [removeAttachment, String(body.id), "DELETE"],
    ] as const) {
      const others = await send(handler, user, id, { method });
      expectProblem(others, 404, "not-found");
      expect(essence(others)).toEqual(essence(await send(handler, user, MISSING, { method })));
    }
    expectProblem(await add(user, started.appointmentId, asFile(pdf("Mine"))), 404, "not-found");
  }
});
