import { expect, it } from "vitest";
import { POST as attend } from "@/app/api/appointments/[id]/attendance/route";
import { POST as remind } from "@/app/api/appointments/[id]/reminders/route";
import * as askForCall from "@/app/api/visit-links/call/route";
import * as cancel from "@/app/api/visit-links/cancel/route";
import * as confirm from "@/app/api/visit-links/confirm/route";
import * as move from "@/app/api/visit-links/move/route";
import * as offers from "@/app/api/visit-links/offers/route";
import * as open from "@/app/api/visit-links/open/route";
import { db } from "@/lib/platform/db/db";
import { inDays } from "@/tests/support/factories";
import { askedVisit } from "../integration/new-time-harness";
import { remindersOf } from "../integration/reminders-harness";
import { linkedVisit, statusOf } from "../integration/visit-links-harness";
import { bearerOf, call, expectProblem, type Handler } from "./appointments-harness";

const post = (route: { POST: unknown }, body: object) => call(route.POST as Handler, { method: "POST", body });

it("a link is opened, confirmed and moved without an account, and then opens nothing", async () => {
  const { token } = await linkedVisit();
  const opened = await post(open, { token });
  expect(opened).toMatchObject({ status: 200, body: { status: "CONFIRMED", attendanceConfirmedAt: null } });
  expect(opened.headers.get("cache-control")).toBe("no-store");
  expect((await post(confirm, { token })).body.attendanceConfirmedAt).not.toBeNull();
  const taken = await post(move, { token, start: inDays(9, "03:00").toISOString() });
  expectProblem(taken, 422, "slot-not-offered");
  expect((await post(move, { token, start: inDays(9, "11:00").toISOString() })).status).toBe(200);
  for (const route of [open, confirm, cancel]) expectProblem(await post(route, { token }), 404, "not-found");
});

it("a program that only follows links, with GET or HEAD, changes nothing", async () => {
  const { id, token } = await linkedVisit();
  for (const route of [open, confirm, cancel, move, offers, askForCall])
    expectProblem(await call(route.GET as Handler, { query: { token } }), 405, "method-not-allowed");
  expect(await statusOf(id)).toMatchObject({ status: "CONFIRMED", version: 1, attendanceConfirmedAt: null });
});

it("what can't be a link is refused, and one that never was is not found", async () => {
  expectProblem(await post(open, { token: "short" }), 422, "invalid");
  expectProblem(await post(cancel, { token: "x".repeat(43) }), 404, "not-found");
});

it("other times are listed and one is taken by a link without an account, which then says what has become of it", async () => {
  const { patientId, token } = await askedVisit();
  await db.patient.update({ where: { id: patientId }, data: { phone: "+493055501" } });
  expect((await post(open, { token })).body).toMatchObject({ purpose: "NEW_TIME", needsRebooking: true });
  const listed = await post(offers, { token });
  expect(listed).toMatchObject({ status: 200, body: { colleagues: [] } });
  expect(await post(askForCall, { token })).toMatchObject({ status: 200, body: { isToBeCalled: true } });
  const [{ start } = { start: "" }] = listed.body.same as { start: string }[];
  expect(await post(move, { token, start })).toMatchObject({ status: 200, body: { start, needsRebooking: false } });
  for (const route of [open, offers, askForCall]) {
    const refused = await post(route, { token });
    expectProblem(refused, 404, "not-found");
    expect(refused.body.became).toBe("MOVED");
  }
});

it("the practice reminds now, once an hour, and notes that the patient will come", async () => {
  const { id, manager, patient } = await linkedVisit();
  const params = { id };
  const headers = await bearerOf(manager.user);
  const now = () => call(remind as Handler, { method: "POST", headers, params });
  expect(await now()).toMatchObject({ status: 200, body: { messages: 1 } });
  expectProblem(await now(), 409, "conflict");
  const [mail] = await remindersOf(id);
  const [, token = ""] = /#([\w-]{43})/.exec(JSON.stringify(mail?.content)) ?? [];
  expect((await post(open, { token })).status).toBe(200);
  const noted = await call(attend as Handler, { method: "POST", headers, params });
  expect(noted).toMatchObject({ status: 200, body: { id, version: 2 } });
  const seen = await db.notification.count({ where: { userId: patient.user.id } });
  expect(seen, "delivered by the relay, which isn't running here").toBe(0);
});
