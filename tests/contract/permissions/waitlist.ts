import { db } from "@/lib/platform/db/db";
import { createAppointment, inDays } from "@/tests/support/factories";
import { listOf, on, theDoctor, type Permissions } from "./asking";
import { BOOKERS, DESK, type Cast } from "./cast";
import * as a from "./things";

/** Ends what the patient waits for, so that they can join again. */
async function leaveAll({ patientId }: Cast): Promise<void> {
  const endedAt = new Date();
  await db.$transaction([
    db.waitlistOffer.updateMany({ where: { patientId, status: "OPEN" }, data: { status: "WITHDRAWN", endedAt } }),
    db.waitlistEntry.updateMany({
      where: { patientId, status: { in: ["WAITING", "OFFERED"] } },
      data: { status: "LEFT", endedAt, version: { increment: 1 } },
    }),
  ]);
}

/** The patient waits for an earlier time with the doctor at the hospital. */
async function entry(cast: Cast): Promise<string> {
  await leaveAll(cast);
  const { patientId, hospitalId, doctor, patient } = cast;
  const { id } = await db.waitlistEntry.create({
    data: {
      ...{ patientId, hospitalId, doctorId: doctor.doctorId, joinedById: patient.user.id },
      ...{ fromOn: inDays(0), toOn: inDays(90), overAt: inDays(91) },
    },
  });
  return id;
}

/** A time that is offered to them. */
async function offer(cast: Cast): Promise<string> {
  await a.clearCalendar(cast);
  const entryId = await entry(cast);
  const { patientId, hospitalId, doctor } = cast;
  const of = { doctorId: doctor.doctorId, patientId };
  const place = { hospitalId, scheduleId: doctor.scheduleId, startsAt: new Date(a.freeTime()) };
  const expiresAt = inDays(1);
  const hold = await createAppointment(of, { ...place, status: "HELD", holdExpiresAt: expiresAt });
  const { startsAt, endsAt } = hold;
  const [row] = await db.$transaction([
    db.waitlistOffer.create({ data: { ...of, hospitalId, entryId, holdId: hold.id, startsAt, endsAt, expiresAt } }),
    db.waitlistEntry.update({ where: { id: entryId }, data: { status: "OFFERED", version: { increment: 1 } } }),
  ]);
  return row.id;
}

/** Nothing is open so early. */
const early = { startTime: "00:00", endTime: "00:30" };

export const waitlist: Permissions = {
  "GET /api/waitlist": { ask: listOf(entry), may: [...BOOKERS, ...DESK, "doctor"], findNothing: "the others" },
  "POST /api/waitlist": {
    ask: async (cast) => {
      await leaveAll(cast);
      return { body: { doctorId: await theDoctor(cast), patientId: cast.patientId, ...early } };
    },
    may: BOOKERS,
  },
  "GET /api/waitlist/numbers": {
    ask: async (cast) => ({ query: { doctorId: await theDoctor(cast) } }),
    may: ["doctor"],
  },
  "GET /api/waitlist/{id}": { ask: on(entry), may: [...BOOKERS, ...DESK, "doctor"] },
  "DELETE /api/waitlist/{id}": { ask: on(entry), may: BOOKERS, mayNot: [...DESK, "doctor"] },
  "POST /api/waitlist/offers/{id}/accept": { ask: on(offer), may: BOOKERS, mayNot: [...DESK, "doctor"] },
  "POST /api/waitlist/offers/{id}/decline": { ask: on(offer), may: BOOKERS, mayNot: [...DESK, "doctor"] },
};
