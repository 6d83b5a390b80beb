import { beforeAll, expect, it } from "vitest";
import { POST as sendFile } from "@/app/api/appointments/[id]/messages/files/route";
import { PUT as markRead } from "@/app/api/appointments/[id]/messages/read/route";
import { GET as listMessages, POST as sendMessage } from "@/app/api/appointments/[id]/messages/route";
import { GET as listConversations } from "@/app/api/conversations/route";
import { GET as openFile } from "@/app/api/message-files/[id]/route";
import { visitToWriteAbout, type WrittenAbout } from "@/tests/integration/conversations-harness";
import { asFile, pdf } from "@/tests/support/files";
import { bearerOf, call, essence, expectProblem, pathsOf, type Handler } from "./appointments-harness";
import { askFor, form, send, type User } from "./forms-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
let visit: WrittenAbout;
beforeAll(async () => void (visit = await visitToWriteAbout()));

const json = (user: User, handler: unknown, id: string, method: string, body: unknown, headers = {}) =>
  send(handler, user, id, {
    method,
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json", ...headers },
  });
const write = (user: User, id: string, body: unknown, headers = {}) =>
  json(user, sendMessage, id, "POST", body, headers);

it("messages are sent once per key, listed with the read marks, and marked as read", async () => {
  const { patient, doctor, appointmentId } = visit;
  const headers = { "Idempotency-Key": "6f1d6a4e-message" };
  const post = () => write(patient.user, appointmentId, { text: "I’m running late" }, headers);
  const [first, second] = [await post(), await post()];
  expect([first.status, second.body.id]).toEqual([201, first.body.id]);
  expect(first.body).toMatchObject({ number: 1, side: "PATIENT", isOwn: true, text: "I’m running late", file: null });
  const marked = await json(doctor.user, markRead, appointmentId, "PUT", { upTo: 1 });
  expect([marked.status, marked.body]).toEqual([200, { upTo: 1 }]);
  const listed = await send(listMessages, patient.user, appointmentId);
  expect(listed.body).toMatchObject({ latest: 1, mayWrite: true, isReachable: true, side: "PATIENT" });
  expect(listed.body.reads).toMatchObject([{ side: "DOCTOR", upTo: 1 }]);
  const query = { inbox: "doctor" };
  const inbox = await call(listConversations as Handler, { headers: await bearerOf(doctor.user), query });
  expect(inbox.body.items).toMatchObject([{ appointmentId, messages: 1, isUnread: false }]);
  expect(inbox.text).not.toContain("late");
});

it("messages that can't be sent are refused", async () => {
  const { patient, appointmentId } = visit;
  for (const text of ["", "  ", "x".repeat(1001)]) {
    const refused = expectProblem(await write(patient.user, appointmentId, { text }), 422, "invalid");
    expect(pathsOf(refused)).toEqual(["text"]);
  }
  const none = await json(patient.user, markRead, appointmentId, "PUT", { upTo: 0 });
  expect(pathsOf(expectProblem(none, 422, "invalid"))).toEqual(["upTo"]);
});

it("messages look to others like those about a missing visit", async () => {
  const { admin, appointmentId } = visit;
  const others = await write(admin.user, appointmentId, { text: "Hello" });
  expectProblem(others, 404, "not-found");
  expect(essence(others)).toEqual(essence(await write(admin.user, MISSING, { text: "Hello" })));
});

it("files come as messages, and are opened by both sides", async () => {
  const { patient, doctor, admin, appointmentId } = visit;
  const body = form({ file: asFile(pdf()), text: "My X-ray" });
  const sent = await send(sendFile, patient.user, appointmentId, { method: "POST", body });
  expect(sent.body).toMatchObject({ text: "My X-ray", file: { name: "letter.pdf", type: "application/pdf" } });
  const id = String(sent.body.id);
  expect(sent.headers.get("location")).toBe(`/api/message-files/${id}`);
  const opened = await askFor(openFile, doctor.user, id);
  expect(Buffer.from(await opened.arrayBuffer())).toEqual(pdf());
  expect(opened.headers.get("content-security-policy")).toContain("sandbox; default-src 'none'");
  expectProblem(await send(openFile, admin.user, id), 404, "not-found");
  const page = form({ file: asFile(Buffer.from("<svg onload=alert(1)>"), "x.pdf") });
  const refused = await send(sendFile, patient.user, appointmentId, { method: "POST", body: page });
  expect(pathsOf(expectProblem(refused, 422, "invalid"))).toEqual(["file"]);
});
