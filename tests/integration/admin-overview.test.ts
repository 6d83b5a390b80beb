import { beforeAll, describe, expect, it } from "vitest";
import { endUserSessions } from "@/lib/domain/administration/end-user-sessions";
import { loadOverview } from "@/lib/domain/administration/load-overview";
import type { Overview } from "@/lib/domain/administration/schema-overview";
import { sendPasswordLink } from "@/lib/domain/administration/send-password-link";
import { db } from "@/lib/platform/db/db";
import { localDateAt, shiftDate, startOfLocalDate } from "@/lib/platform/time/local-date";
import { createCast } from "../support/actors";
import { createAppointment, createHospital, createPatient, createUser } from "../support/factories";
import { outcome } from "../support/outcome";
import { signedIn } from "../support/sessions";
import { bring, call, hospitalAt, region } from "./ambulances-harness";
import { createHouse, createStay } from "./beds-cast";
import { emergencyVisit, openedAgo } from "./emergency-access-harness";

let cast: Awaited<ReturnType<typeof createCast>>;
let before: Overview;
const HOUR = 3_600_000;
/** Far from the zone of the tests and of the cast. */
const ZONE = "Pacific/Kiritimati";
const look = () => loadOverview({ ...cast.admin.actor, timeZone: ZONE });

beforeAll(async () => {
  cast = await createCast();
  before = await look();
});

describe("the overview", () => {
  it("is for administrators alone", async () => {
    const { doctor, manager, patient, coordinator } = cast;
    for (const { actor } of [doctor, manager, patient, coordinator])
      expect(await outcome(loadOverview(actor))).toBe("not-found");
  });

  it("counts the appointments of the reader's day by status, holds aside", async () => {
    const date = localDateAt(new Date(), ZONE);
    const [start, end] = [startOfLocalDate(date, ZONE), startOfLocalDate(shiftDate(date, 1), ZONE)];
    const { patient } = await createPatient();
    const of = { doctorId: cast.doctor.doctorId, patientId: patient.id };
    const at = (instant: Date, hours: number) => new Date(instant.getTime() + hours * HOUR);
    await createAppointment(of, { startsAt: start });
    await createAppointment(of, { startsAt: at(start, 2), status: "CANCELLED" });
    await createAppointment(of, { startsAt: at(end, -1) });
    await createAppointment(of, { startsAt: at(start, 4), status: "HELD", holdExpiresAt: at(end, 1) });
    await createAppointment(of, { startsAt: at(start, -1) });
    await createAppointment(of, { startsAt: end });
    expect(await look()).toMatchObject({
      date,
      timeZone: ZONE,
      appointments: [
        { status: "CONFIRMED", count: 2 },
        { status: "CANCELLED", count: 1 },
      ],
    });
  });

  it("counts people signed in once each, and no one whose sessions were ended", async () => {
    const [one, other] = [await createUser(), await createUser()];
    const had = await look();
    await signedIn(one);
    await signedIn(one);
    await signedIn(other);
    expect((await look()).signedIn).toBe(had.signedIn + 2);
    await endUserSessions(cast.admin.actor, other.id);
    expect(await look()).toMatchObject({ signedIn: had.signedIn + 1, signUps: had.signUps });
    expect(had.signUps).toBeGreaterThanOrEqual(before.signUps);
  });

  it("counts beds, and calls that are under way or not accepted yet", async () => {
    const had = await look();
    const house = await createHouse();
    await createStay(house, "ADMITTED");
    const beds = await db.bed.count({ where: { hospitalId: house.hospital.id } });
    const place = region();
    const station = await hospitalAt(place);
    const { row } = await call(null, place);
    await call(null, place);
    expect((await look()).ambulances).toEqual({ ...had.ambulances, requested: had.ambulances.requested + 2 });
    await bring(row.id, station, "DISPATCHED");
    const { beds: now, ambulances } = await look();
    expect(now).toEqual({ total: had.beds.total + beds, occupied: had.beds.occupied + 1 });
    expect(ambulances).toEqual({ underWay: had.ambulances.underWay + 1, requested: had.ambulances.requested + 1 });
  });

  it("says what waits for a decision, and which messages fail", async () => {
    const had = await look();
    await createHospital({ verification: "PENDING" });
    const visit = await emergencyVisit();
    await openedAgo(cast.doctor.actor, visit.patient.patient.id, 5);
    const { id: userId } = await createUser();
    await sendPasswordLink(cast.admin.actor, userId);
    await db.message.updateMany({ where: { userId }, data: { state: "SENDING", claimedAt: new Date() } });
    await db.message.updateMany({ where: { userId }, data: { state: "FAILED", answer: "smtp-450", attempts: 1 } });
    const { waiting, messages } = await look();
    expect(waiting).toEqual({
      ...had.waiting,
      hospitals: had.waiting.hospitals + 1,
      reviews: had.waiting.reviews + 1,
    });
    expect(messages).toEqual({ ...had.messages, failed: had.messages.failed + 1 });
  });
});
