import { beforeAll, expect, it } from "vitest";
import { GET as ALL } from "@/app/api/admin/sent-messages/route";
import { GET as AT_HOSPITAL } from "@/app/api/hospitals/[id]/sent-messages/route";
import { POST as RESEND } from "@/app/api/sent-messages/[id]/resend/route";
import { GET as OWN } from "@/app/api/sent-messages/route";
import { sendDueMessages } from "@/lib/domain/messages/send-due-messages";
import { db } from "@/lib/platform/db/db";
import { createCast } from "@/tests/support/actors";
import { mailDraft, messageOf, queue } from "@/tests/integration/messages-harness";
import { bearerOf, call, expectProblem, type Handler } from "./appointments-harness";

const MISSING = "0199d000-0000-7000-8000-000000000000";
let cast: Awaited<ReturnType<typeof createCast>>;
let unsent: { id: string };

type Asked = { as: { id: string }; params?: Record<string, string>; query?: Record<string, string>; method?: string };
const send = async (handler: unknown, { as, ...options }: Asked) =>
  call(handler as Handler, { ...options, headers: await bearerOf(as) });
const items = (answer: { body: unknown }) => (answer.body as { items: Record<string, unknown>[] }).items;

beforeAll(async () => {
  cast = await createCast();
  const { patient, hospital } = cast;
  const about = { hospitalId: hospital.id, patientId: patient.patient.id, reason: "appointment.confirmed" };
  const draft = mailDraft({ userId: patient.user.id }, about);
  await queue(draft);
  await queue(
    mailDraft({ toAddress: "invited@caresync.test" }, { hospitalId: hospital.id, reason: "staff-invitation" }),
  );
  await sendDueMessages("EMAIL");
  unsent = await messageOf(draft);
});

it("lists what an account was sent, a hospital's, and all: never what it said, nor an address", async () => {
  const { patient, manager, coordinator, admin, hospital } = cast;
  const own = await send(OWN, { as: patient.user });
  expect(items(own)).toMatchObject([{ id: unsent.id, state: "GIVEN_UP", answer: "not-configured", canResend: false }]);
  const params = { id: hospital.id };
  const [managers, coordinators, all] = [
    await send(AT_HOSPITAL, { as: manager.user, params }),
    await send(AT_HOSPITAL, { as: coordinator.user, params, query: { state: "GIVEN_UP", channel: "EMAIL" } }),
    await send(ALL, { as: admin.user }),
  ];
  expect(items(managers).map(({ recipient }) => recipient)).toEqual([null, patient.patient.name]);
  expect(items(coordinators).map(({ id, canResend }) => [id, canResend])).toEqual([[unsent.id, true]]);
  expect(items(all).map(({ recipient }) => recipient)).toEqual([null, patient.user.name]);
  for (const answer of [own, managers, coordinators, all])
    expect(JSON.stringify(answer.body)).not.toMatch(/caresync\.test|a link inside|content/);
});

it("pages by cursor, and refuses an unknown channel", async () => {
  const { admin } = cast;
  const first = await send(ALL, { as: admin.user, query: { limit: "1" } });
  const cursor = (first.body as { nextCursor: string }).nextCursor;
  const second = await send(ALL, { as: admin.user, query: { limit: "1", cursor } });
  expect(new Set([...items(first), ...items(second)].map(({ id }) => id)).size).toBe(2);
  expectProblem(await send(ALL, { as: admin.user, query: { channel: "PIGEON" } }), 422, "invalid");
});

it("sends again what was given up, once, with an entry in the audit trail; nothing of another hospital", async () => {
  const { coordinator, patient } = cast;
  const other = await createCast();
  const params = { id: unsent.id };
  for (const as of [patient.user, other.manager.user])
    expectProblem(await send(RESEND, { as, params, method: "POST" }), 404, "not-found");
  expectProblem(
    await send(RESEND, { as: coordinator.user, params: { id: MISSING }, method: "POST" }),
    404,
    "not-found",
  );
  const both = await Promise.all([1, 2].map(() => send(RESEND, { as: coordinator.user, params, method: "POST" })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await db.message.findUnique({ where: { id: unsent.id } })).toMatchObject({ state: "DUE", answer: null });
  const audit = { action: "message.resend", subjectId: unsent.id, actorUserId: coordinator.user.id };
  expect(await db.auditEntry.count({ where: audit })).toBe(1);
});

it("doesn't send again what is no longer of use", async () => {
  const { manager, hospital } = cast;
  const draft = mailDraft(
    { toAddress: "late@caresync.test" },
    { hospitalId: hospital.id, expiresAt: new Date(Date.now() + 60_000) },
  );
  await queue(draft);
  await sendDueMessages("EMAIL");
  const { id } = await messageOf(draft);
  await db.message.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
  expectProblem(await send(RESEND, { as: manager.user, params: { id }, method: "POST" }), 409, "invalid-transition");
});
