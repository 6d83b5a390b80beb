import { randomUUID } from "node:crypto";
import { doctorAsOwner, hospitalAsOwner } from "@/lib/actor/owner";
import * as actor from "@/lib/actor/statements";
import * as accounts from "@/lib/domain/accounts/statements";
import * as affiliations from "@/lib/domain/affiliations/statements";
import * as contacts from "@/lib/domain/contacts/statements";
import * as doctors from "@/lib/domain/doctors/statements";
import * as emergencyAccess from "@/lib/domain/emergency-access/statements";
import * as exports from "@/lib/domain/exports/statements";
import * as family from "@/lib/domain/family/statements";
import * as frontDesk from "@/lib/domain/front-desk/statements";
import * as notifications from "@/lib/domain/notifications/statements";
import * as patients from "@/lib/domain/patients/statements";
import * as questionnaires from "@/lib/domain/questionnaires/statements";
import * as preferences from "@/lib/domain/preferences/statements";
import * as push from "@/lib/domain/push/statements";
import * as records from "@/lib/domain/records/statements";
import * as registrations from "@/lib/domain/registrations/statements";
import * as sharing from "@/lib/domain/sharing/statements";
import * as prescriptions from "@/lib/domain/prescriptions/statements";
import * as staff from "@/lib/domain/staff/statements";
import * as timeline from "@/lib/domain/timeline/statements";
import { TIMELINE_TYPES } from "@/lib/domain/timeline/status";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

const SUBSCRIPTION = {
  endpoint: "https://push.caresync.test/1",
  p256dh: "B".repeat(87),
  auth: "a".repeat(22),
  device: "Chrome on Android",
};

export function peopleSamples({ hospitalId, userId, patientId, patientName, doctor, stay, now }: World): Sample[] {
  const session = randomUUID();
  const newcomer = { name: patientName, bornOn: "1980-02-29", canSearchName: true, leastAlike: 0.3 };
  const entries = {
    users: [userId],
    patients: [patientId],
    records: [patientId],
    keepers: [patientId],
    doctors: [doctor.id],
    hospitals: [hospitalId],
    admins: true,
  };
  const call = { id: randomUUID(), reason: "bed-booking.changed", patientId, hospitalId, bedBookingId: stay.id };
  const people = [{ patientId, books: true, reads: true }];
  const timelineWanted = { people, types: TIMELINE_TYPES, take: 5 };
  const notification = { id: randomUUID(), userId, eventId: randomUUID(), type: "ward.changed", refs: {} };
  return [
    sample(records.plainTexts, "Encounter", 10),
    sample(records.replacePlainTexts, "Addendum", [{ id: session, encryptedText: new Uint8Array(47) }]),
    sample(preferences.preferencesOf, [userId]),
    sample(preferences.savePreference, { userId, choices: "{}", quietFrom: "22:00", quietUntil: "07:00", version: 0 }),
    sample(preferences.stopTopic, userId, "MESSAGES"),
    sample(push.lockOwner, userId),
    sample(push.lockSession, session),
    sample(push.upsertSubscription, { userId, sessionId: null, ...SUBSCRIPTION }),
    sample(push.deleteBeyond, userId, 10),
    sample(accounts.insertSession, userId, 0, 3600),
    sample(accounts.copySession, session, 0),
    sample(actor.holdingsOfUser, userId),
    sample(actor.holdingsOfSession, session),
    sample(affiliations.invitableDoctors, { hospitalId, name: doctor.name, query: "ada:*", limit: 10 }),
    sample(affiliations.lockStanding, doctor.id),
    sample(contacts.waysToReach, JSON.stringify([{ index: 0, about: stay.id, patientId, userId: null }])),
    sample(contacts.replaceCalls, { about: [stay.id], standing: "[]", rows: JSON.stringify([call]) }),
    sample(doctors.lockDoctor, doctor.id),
    sample(emergencyAccess.patientsExactly, { name: patientName, bornOn: "1980-02-29", doctorId: doctor.id }),
    sample(emergencyAccess.toldOf, [randomUUID()]),
    sample(emergencyAccess.looksBy, [randomUUID()]),
    sample(exports.wholeRight, userId, patientId),
    sample(family.heldAccess, userId, patientId),
    sample(family.patientsOfAccount, userId, { after: null, take: 5 }),
    sample(family.patientsOfAccount, userId, { after: { own: true, id: randomUUID() }, take: 5 }),
    sample(family.holdersOf, { patientIds: [patientId], onlyUserId: null, after: null, take: 5 }),
    sample(family.holdersOf, { patientIds: [patientId], onlyUserId: userId, after: randomUUID(), take: 5 }),
    sample(frontDesk.patientsNamed, hospitalAsOwner({ id: hospitalId }), patientName, 10),
    sample(frontDesk.patientsNamed, doctorAsOwner(doctor), patientName, 10),
    sample(frontDesk.similarPatients, hospitalAsOwner({ id: hospitalId }), newcomer, 5),
    sample(frontDesk.similarPatients, doctorAsOwner(doctor), { ...newcomer, bornOn: null, canSearchName: false }, 5),
    sample(
      registrations.likelyKnown,
      hospitalId,
      JSON.stringify([{ place: 0, name: patientName, bornOn: "1980-02-29" }]),
    ),
    sample(
      registrations.likelyPatients,
      hospitalId,
      JSON.stringify([{ place: 0, name: patientName, bornOn: "1980-02-29" }]),
      5,
    ),
    sample(registrations.registrationNumbered, hospitalId, "M-1"),
    sample(frontDesk.patientsKnown, hospitalAsOwner({ id: hospitalId }), [patientId], 5),
    sample(frontDesk.visitorsNamed, hospitalId, patientName, {}, 10),
    sample(frontDesk.visitorsNamed, hospitalId, patientName, { from: now, to: now }, 10),
    sample(frontDesk.inpatientsNamed, hospitalId, patientName, 10),
    sample(notifications.deleteOldNotifications, 730, 1_000),
    sample(notifications.insertNotifications, JSON.stringify([{ ...notification, createdAt: now, about: "user:1" }]), [
      "ward.changed",
    ]),
    sample(notifications.deleteAnswerRequests, [session]),
    sample(questionnaires.unansweredVisits, [session]),
    sample(questionnaires.visitsAskedBy, [session]),
    sample(notifications.notificationGroups, userId, { unread: false, kind: null }, undefined, 10),
    sample(
      notifications.notificationGroups,
      userId,
      { unread: true, kind: "VISITS" },
      { createdAt: now, id: stay.id },
      10,
    ),
    sample(notifications.readAbout, { groupId: stay.id, userId, hospitalId, types: ["ward.changed"] }),
    sample(notifications.keepersOf, [patientId]),
    sample(notifications.visitsInNeed, [stay.id]),
    sample(notifications.accountsBehind, entries),
    sample(patients.insertPatient, { id: randomUUID(), name: "Asha Abelard", bornOn: "1980-02-29", phone: null }),
    sample(patients.placeOfHospital, hospitalId),
    sample(sharing.rightToShare, userId, patientId),
    sample(sharing.grantsOf, { patientIds: [patientId], after: null, take: 5 }),
    sample(sharing.grantsOf, {
      patientIds: [patientId],
      id: randomUUID(),
      after: { createdAt: now, id: randomUUID() },
      take: 5,
    }),
    sample(sharing.openGrants, patientId),
    sample(sharing.linksOf, { patientIds: [patientId], after: null, take: 5 }),
    sample(sharing.linksOf, {
      patientIds: [patientId],
      id: randomUUID(),
      isOpen: true,
      after: { createdAt: now, id: randomUUID() },
      take: 5,
    }),
    sample(sharing.linkBySecret, "none"),
    sample(sharing.openingBySecret, "none"),
    sample(records.linkedNotes, [randomUUID()]),
    sample(sharing.doctorsNamed, { patientId, name: doctor.name, query: "ada:*", limit: 10 }),
    sample(prescriptions.codeIsValid, "none"),
    sample(staff.departmentWithName, hospitalId, "Cardiology", null),
    sample(timeline.timelineOf, { ...timelineWanted, after: null }),
    sample(timeline.timelineOf, { ...timelineWanted, after: { at: now, type: "DOCUMENT", id: randomUUID() } }),
  ];
}
