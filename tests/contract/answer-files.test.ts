import { beforeAll, expect, it } from "vitest";
import { DELETE as removeFile, GET as openFile } from "@/app/api/answer-files/[id]/route";
import { POST as addFile } from "@/app/api/appointments/[id]/answers/files/route";
import { changeQuestionnaireBody } from "@/lib/domain/questionnaires/schema";
import { publish } from "@/tests/integration/questionnaires-harness";
import { createCast } from "@/tests/support/actors";
import { createAppointment, createService } from "@/tests/support/factories";
import { asFile, pdf } from "@/tests/support/files";
import { essence, expectProblem, pathsOf } from "./appointments-harness";
import { askFor, form, send, type User } from "./forms-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
const { questions } = changeQuestionnaireBody.parse({
  questions: [{ key: "letter", text: "Do you have a letter?", kind: "FILE" }],
});
let cast: Awaited<ReturnType<typeof createCast>>;
let appointmentId: string;
beforeAll(async () => {
  cast = await createCast();
  const { actor, doctorId } = cast.doctor;
  const { id: serviceId } = await createService({ doctorId });
  await publish(actor, { serviceId }, questions);
  const patientId = cast.patient.patient.id;
  appointmentId = (await createAppointment({ doctorId, patientId }, { serviceId })).id;
});

const add = (user: User, id: string, fields: Record<string, File | string>, headers = {}) =>
  send(addFile, user, id, { method: "POST", body: form(fields), headers });

it("files of answers are added once per key, opened and removed", async () => {
  const { user } = cast.patient;
  const headers = { "Idempotency-Key": "6f1d6a4e-answer" };
  const post = () => add(user, appointmentId, { file: asFile(pdf()), question: "letter" }, headers);
  const [first, second] = [await post(), await post()];
  expect([first.status, second.body.id]).toEqual([201, first.body.id]);
  expect(first.body).toMatchObject({ question: "letter", name: "letter.pdf", type: "application/pdf" });
  const id = String(first.body.id);
  expect(first.headers.get("location")).toBe(`/api/answer-files/${id}`);
  const opened = await askFor(openFile, user, id);
  expect(Buffer.from(await opened.arrayBuffer())).toEqual(pdf());
  expect(opened.headers.get("content-security-policy")).toContain("sandbox; default-src 'none'");
  expect((await send(removeFile, user, id, { method: "DELETE" })).status).toBe(204);
  expectProblem(await send(openFile, user, id), 404, "not-found");
});

it("files of answers that can't be one are refused", async () => {
  const { user } = cast.patient;
  const fields = { file: asFile(Buffer.from("<svg onload=alert(1)>"), "x.pdf"), question: "letter" };
  expect(pathsOf(expectProblem(await add(user, appointmentId, fields), 422, "invalid"))).toEqual(["file"]);
  const other = { file: asFile(pdf("Other")), question: "none" };
  expect(pathsOf(expectProblem(await add(user, appointmentId, other), 422, "invalid"))).toEqual(["question"]);
  const none = await add(user, appointmentId, { question: "letter" });
  expect(pathsOf(expectProblem(none, 422, "invalid"))).toEqual(["file"]);
});

it("files of answers look to others like missing ones", async () => {
  const { body } = await add(cast.patient.user, appointmentId, { file: asFile(pdf("Secret")), question: "letter" });
  for (const { user } of [cast.doctor, cast.manager, cast.admin])
    for (const [handler, method] of [
      [openFile, "GET"],
      [removeFile, "DELETE"],
    ] as const) {
      const others = await send(handler, user, String(body.id), { method });
      expectProblem(others, 404, "not-found");
      expect(essence(others)).toEqual(essence(await send(handler, user, MISSING, { method })));
    }
});
