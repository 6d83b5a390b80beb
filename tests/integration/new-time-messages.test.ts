import { describe, expect, it } from "vitest";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { announceAway } from "@/lib/domain/disruptions/announce-away";
import { endDisruption } from "@/lib/domain/disruptions/step-disruption";
import { tellPatients } from "@/lib/domain/disruptions/tell-patients";
import { listHospitalMessages, listOwnMessages } from "@/lib/domain/messages/queries";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { openVisitLink } from "@/lib/domain/visit-links/use-link";
import { db } from "@/lib/platform/db/db";
import { pendingDeliveries } from "@/lib/platform/events/outbox";
import { inDays } from "../support/factories";
import { newProxy } from "./background-harness";
import { afterwards, awayOn, newPractice, visitAt } from "./disruptions-harness";
import { askedOf, callInSick, tokensIn, withTexts } from "./new-time-harness";

const linksOf = (appointmentId: string) => db.visitLink.findMany({ where: { appointmentId } });

describe("patients whose appointments can't be kept", () => {
  it("get a mail with a link of their own, and so does each who books for them, once", async () => {
    const practice = await newPractice();
    const visit = await visitAt(practice, inDays(2, "09:00"));
    const booker = await newProxy(visit.patientId, { scope: "BOOK" });
    await newProxy(visit.patientId, { scope: "READ" });
    await callInSick(practice);
    const mails = await askedOf(visit.id);
    expect(mails.map(({ channel, userId }) => [channel, userId]).sort()).toEqual(
      [visit.actor.userId, booker.user.id].map((userId) => ["EMAIL", userId]).sort(),
    );
    const tokens = tokensIn(mails);
    expect(new Set(tokens).size).toBe(2);
    for (const token of tokens) expect((await openVisitLink(token)).purpose).toBe("NEW_TIME");
    expect((await linksOf(visit.id)).map(({ userId }) => userId).sort()).toEqual(
      mails.map(({ userId }) => userId).sort(),
    );
  });

  it("learn neither name nor reason from subject or mail, and no list of messages has a secret", async () => {
    const practice = await newPractice();
    const visit = await visitAt(practice, inDays(2, "09:00"));
    await callInSick(practice);
    const mails = await askedOf(visit.id);
    const { letter } = mails[0]!.content as { letter: { subject: string; body: unknown[] } };
    const [patient, doctor] = [
      await db.patient.findUniqueOrThrow({ where: { id: visit.patientId } }),
      await db.doctor.findUniqueOrThrow({ where: { id: practice.doctor.doctorId } }),
    ];
    expect(letter.subject).toBe("A change to an appointment");
    for (const name of [patient.name, doctor.name]) expect(JSON.stringify(letter)).not.toContain(name);
    const lists = JSON.stringify([
      await listOwnMessages(visit.actor, { limit: 50 }),
      await listHospitalMessages(practice.desk, practice.hospitalId, { limit: 50 }),
      await db.domainEvent.findMany({ where: { aggregateId: visit.id }, select: { type: true, refs: true } }),
      await db.auditEntry.findMany({ where: { subjectId: visit.id }, select: { action: true, details: true } }),
      await linksOf(visit.id),
    ]);
    for (const token of tokensIn(mails)) expect(lists).not.toContain(token);
  });

  it("without an account get a text with a link, where texts are sent, and stay on the To call list", async () => {
    const practice = await newPractice();
    const [phone, none] = [
      await visitAt(practice, inDays(2, "09:00"), "phone"),
      await visitAt(practice, inDays(2, "10:00"), "none"),
    ];
    await withTexts(() => callInSick(practice));
    const texts = await askedOf(phone.id);
    expect(texts.map(({ channel, toAddress }) => [channel, toAddress])).toEqual([["SMS", "+493012345678"]]);
    expect((await openVisitLink(tokensIn(texts)[0]!)).needsRebooking).toBe(true);
    expect(await askedOf(none.id)).toEqual([]);
    expect(await db.toCall.count({ where: { doctorId: practice.doctor.doctorId, withdrawnAt: null } })).toBe(2);
    const other = await newPractice();
    const untexted = await visitAt(other, inDays(2, "09:00"), "phone");
    await callInSick(other);
    expect([await askedOf(untexted.id), await linksOf(untexted.id)], "no gateway").toEqual([[], []]);
  });

  it("aren't asked any more once they have another time or keep theirs, even before the messages were queued", async () => {
    const practice = await newPractice();
    const [moved, kept] = [await visitAt(practice, inDays(2, "09:00")), await visitAt(practice, inDays(2, "10:00"))];
    const { id } = await announceAway(practice.desk, awayOn(practice, 2));
    await tellPatients(id, afterwards());
    await rescheduleAppointment(moved.actor, moved.id, { start: inDays(3, "09:00").toISOString() });
    await endDisruption(practice.desk, { id });
    await deliverNotifications(await pendingDeliveries("notifications", 1000));
    expect([await askedOf(moved.id), await askedOf(kept.id)]).toEqual([[], []]);
  });
});
