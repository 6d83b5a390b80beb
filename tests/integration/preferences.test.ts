import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { markRead } from "@/lib/domain/notifications/mark-read";
import { sendDueMessages } from "@/lib/domain/messages/send-due-messages";
import { getOwnPreference } from "@/lib/domain/preferences/queries";
import { savePreferences } from "@/lib/domain/preferences/save-preferences";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { newPatient } from "@/tests/support/actors";
import { newProxy } from "./background-harness";
import { startFakeSmtp } from "./fake-smtp";
import { ledgerOf, makeAllDue, patientWithVisit, quietNow } from "./preferences-harness";

let smtp: Awaited<ReturnType<typeof startFakeSmtp>>;
beforeAll(async () => {
  smtp = await startFakeSmtp();
  config.mail.smtpUrl = smtp.url;
  return () => {
    config.mail.smtpUrl = undefined;
    return smtp.stop();
  };
});
beforeEach(() => {
  smtp.received.length = 0;
});
const off = (topic: "MESSAGES" | "VISITS", channel: "EMAIL" | "PUSH" = "EMAIL") => ({
  choices: [{ topic, channel, isOn: false }],
});

describe("what someone doesn't want", () => {
  it("isn't queued, but is in the portal", async () => {
    const { actor, user, happens } = await patientWithVisit();
    await savePreferences(actor, off("MESSAGES"));
    await happens("conversation.practice-wrote");
    expect(await ledgerOf(user.id)).toEqual([]);
    expect(await db.notification.count({ where: { userId: user.id } })).toBe(1);
  });

  it("isn't sent when they say so after it was queued", async () => {
    const { actor, user, happens } = await patientWithVisit();
    await happens("conversation.practice-wrote");
    await savePreferences(actor, off("MESSAGES"));
    await makeAllDue(user.id);
    await sendDueMessages("EMAIL");
    expect(await ledgerOf(user.id)).toMatchObject([{ channel: "EMAIL", state: "CANCELLED", answer: "unwanted" }]);
    expect(smtp.received).toEqual([]);
  });

  it("can't be an email about what becomes of a visit", async () => {
    const { actor } = await newPatient();
    await expect(savePreferences(actor, off("VISITS"))).rejects.toMatchObject({ code: "invalid" });
  });

  it("includes emails about a record, until they choose them", async () => {
    const { actor, user, happens } = await patientWithVisit();
    await happens("encounter.signed");
    expect(await ledgerOf(user.id)).toEqual([]);
    await savePreferences(actor, { choices: [{ topic: "RECORDS", channel: "EMAIL", isOn: true }] });
    await happens("encounter.amended");
    expect(await ledgerOf(user.id)).toMatchObject([{ channel: "EMAIL", state: "DUE", topic: "RECORDS" }]);
  });
});

describe("quiet hours", () => {
  it("hold back what may wait, and send it afterwards", async () => {
    const { actor, user, happens } = await patientWithVisit();
    await savePreferences(actor, { quietHours: quietNow() });
    await happens("appointment.confirmed");
    await sendDueMessages("EMAIL");
    expect(await ledgerOf(user.id)).toMatchObject([{ state: "DUE", attempts: 0 }]);
    await savePreferences(actor, { quietHours: null });
    await makeAllDue(user.id);
    await sendDueMessages("EMAIL");
    expect(await ledgerOf(user.id)).toMatchObject([{ state: "SENT", attempts: 1 }]);
  });

  it("that were set later hold it back, too, without counting an attempt", async () => {
    const { actor, user, happens } = await patientWithVisit();
    await happens("conversation.practice-wrote");
    await savePreferences(actor, { quietHours: quietNow() });
    await makeAllDue(user.id);
    await sendDueMessages("EMAIL");
    const [held] = await db.message.findMany({ where: { userId: user.id, channel: "EMAIL" } });
    expect(held).toMatchObject({ state: "DUE", attempts: 0, answer: null });
    expect(held?.nextAttemptAt.getTime()).toBeGreaterThan(Date.now() + 3_600_000);
  });

  it("don't hold back a cancellation of today's visit, nor anything about an ambulance", async () => {
    const { actor, user, happens } = await patientWithVisit(6);
    await savePreferences(actor, { quietHours: quietNow() });
    await happens("appointment.cancelled");
    await happens("ambulance-booking.unanswered");
    await sendDueMessages("EMAIL");
    expect(await ledgerOf(user.id)).toMatchObject([
      { state: "SENT", topic: "VISITS" },
      { state: "SENT", topic: "EMERGENCIES" },
    ]);
  });
});

describe("an email about a message", () => {
  it("waits a moment, and then goes to the parent who hasn't read it, not to the one who has", async () => {
    const { actor, user, patient, happens } = await patientWithVisit();
    const other = await newProxy(patient.id, { scope: "BOOK" });
    await happens("conversation.practice-wrote");
    await sendDueMessages("EMAIL");
    expect(smtp.received).toEqual([]);
    await markRead(actor, {});
    await makeAllDue(user.id);
    await makeAllDue(other.user.id);
    await sendDueMessages("EMAIL");
    expect(await ledgerOf(user.id)).toMatchObject([{ state: "CANCELLED", answer: "read" }]);
    expect(await ledgerOf(other.user.id)).toMatchObject([{ state: "SENT" }]);
  });

  it("is sent once for what is still unread, however many messages came", async () => {
    const { user, happens } = await patientWithVisit();
    await happens("conversation.practice-wrote");
    await happens("conversation.practice-wrote");
    await makeAllDue(user.id);
    await sendDueMessages("EMAIL");
    expect(await ledgerOf(user.id)).toMatchObject([{ state: "SENT" }]);
    expect(smtp.received[0]?.raw).toContain("You have a message about your appointment.");
    expect(smtp.received).toHaveLength(1);
  });

  it("from a patient isn't sent to a doctor who hasn't asked for emails", async () => {
    const { doctorUser, happens } = await patientWithVisit();
    await happens("conversation.patient-wrote");
    expect(await ledgerOf(doctorUser.id)).toEqual([]);
  });
});

describe("those who act for a patient", () => {
  it("hear of what their right covers", async () => {
    const { patient, happens } = await patientWithVisit();
    const [booker, reader] = [
      await newProxy(patient.id, { scope: "BOOK" }),
      await newProxy(patient.id, { scope: "READ" }),
    ];
    await savePreferences(booker.actor, { choices: [{ topic: "RECORDS", channel: "EMAIL", isOn: true }] });
    await savePreferences(reader.actor, { choices: [{ topic: "RECORDS", channel: "EMAIL", isOn: true }] });
    await happens("conversation.practice-wrote");
    await happens("encounter.signed");
    expect(await ledgerOf(booker.user.id)).toMatchObject([{ topic: "MESSAGES" }]);
    expect(await ledgerOf(reader.user.id)).toMatchObject([{ topic: "RECORDS" }]);
  });

  it("hear nothing once that has ended, not even what was held back", async () => {
    const { patient, happens } = await patientWithVisit();
    const { user } = await newProxy(patient.id, { scope: "ALL" });
    await happens("conversation.practice-wrote");
    await db.patientAccess.deleteMany({ where: { userId: user.id } });
    await makeAllDue(user.id);
    await sendDueMessages("EMAIL");
    expect(await ledgerOf(user.id)).toMatchObject([{ state: "CANCELLED", answer: "no-access" }]);
  });
});

describe("saving", () => {
  it("leaves an entry and an event once, and nothing when nothing changes", async () => {
    const { actor, user } = await newPatient();
    const first = await savePreferences(actor, { ...off("MESSAGES"), quietHours: { from: "22:00", until: "07:00" } });
    const again = await savePreferences(actor, off("MESSAGES"), first.version);
    expect(again.version).toBe(first.version);
    const entries = await db.auditEntry.findMany({ where: { subjectId: user.id }, select: { action: true } });
    expect(entries).toEqual([{ action: "preferences.changed" }]);
    expect(await db.domainEvent.count({ where: { type: "preferences.changed", aggregateId: user.id } })).toBe(1);
    expect(await getOwnPreference(actor)).toMatchObject({ choices: { MESSAGES: { EMAIL: false } } });
  });

  it("of two at once over the same version keeps one", async () => {
    const { actor } = await newPatient();
    const results = await Promise.allSettled([
      savePreferences(actor, off("MESSAGES"), 0),
      savePreferences(actor, off("MESSAGES", "PUSH"), 0),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "version-mismatch" },
    });
  });
});
