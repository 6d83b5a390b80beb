import { describe, expect, it } from "vitest";
import { AMBULANCE_BOOKING_STATUSES, CALL_LIFE_CYCLE } from "@/lib/domain/ambulances/status";
import { APPOINTMENT_LIFE_CYCLE, APPOINTMENT_STATUSES, type AppointmentStatus } from "@/lib/domain/appointments/status";
import { BED_BOOKING_LIFE_CYCLE, BED_BOOKING_STATUSES, type BedBookingStatus } from "@/lib/domain/beds/status";
import {
  EMAIL_CHANGE_LIFE_CYCLE,
  EMAIL_CHANGE_STATUSES,
  type EmailChangeStatus,
} from "@/lib/domain/email-changes/status";
import { DATA_EXPORT_LIFE_CYCLE, EXPORT_STATUSES } from "@/lib/domain/data-exports/status";
import { MESSAGE_LIFE_CYCLE, MESSAGE_STATES, type MessageState } from "@/lib/domain/messages/status";
import { SYSTEM_ACTOR } from "@/lib/actor/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { inTransaction } from "@/lib/actor/transaction";
import { nextStates } from "@/lib/platform/life-cycle/life-cycle";
import {
  createAmbulance,
  createAppointment,
  createBed,
  createDoctor,
  createHospital,
  createPatient,
  createUser,
} from "../support/factories";
import { pendingChange } from "../support/change-address";
import { createHouse, createStay } from "./beds-cast";
import { exportIn } from "./data-exports-harness";

/** Well within the time in which a step can be undone, and well after it. */
const [RECENTLY, LONG_AGO] = [2, 40];
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

/** Takes a thing to a state with all that the state's columns need; in the end, the step and nothing else decides. */
type Change = (tx: Tx, to: string) => Promise<number>;

class RolledBack extends Error {}

/** Whether the database lets the change happen; nothing of it stays. */
async function isAllowed(change: Change, from: string, to: string): Promise<boolean> {
  try {
    return await inTransaction(SYSTEM_ACTOR, async (tx) => {
      expect(await change(tx, to), `${from} → ${to}: rows changed`).toBe(1);
      throw new RolledBack();
    });
  } catch (error) {
    if (error instanceof RolledBack) return true;
    if (String(error).includes(`cannot go from ${from} to ${to}`)) return false;
    // The step exists, and has a condition of its own.
    if (String(error).includes("only with its encounter signed")) return true;
    throw error;
  }
}

/** The states that the database allows after `from`, whichever of these changes brings one about. */
async function allowedAfter<S extends string>(from: S, states: readonly S[], changes: Change[]): Promise<S[]> {
  const allowed: S[] = [];
  for (const to of states) {
    if (to === from) continue;
    for (const change of changes) {
      if (!allowed.includes(to) && (await isAllowed(change, from, to))) allowed.push(to);
    }
  }
  return allowed;
}

/** An appointment in a state, with and without a check-in before it. */
async function appointmentsIn(status: AppointmentStatus, minutes: number): Promise<Change[]> {
  return Promise.all(
    [ago(minutes), null].map(async (checkedInAt): Promise<Change> => {
      const [{ doctor }, { user, patient }] = [await createDoctor(), await createPatient()];
      const { id } = await createAppointment(
        { doctorId: doctor.id, patientId: patient.id },
        {
          status,
          checkedInAt,
          startedAt: ago(minutes),
          endedAt: ago(minutes),
          bookedByUserId: user.id,
          holdExpiresAt: ago(-5),
        },
      );
      return (tx, to) => tx.$executeRaw`
        UPDATE "Appointment" SET "status" = ${to}::"AppointmentStatus", "version" = "version" + 1 WHERE "id" = ${id}::uuid`;
    }),
  );
}

async function stayIn(status: BedBookingStatus, minutes: number): Promise<Change[]> {
  const house = await createHouse();
  const { row } = await createStay(house, status, status === "DISCHARGED" ? { dischargedAt: ago(minutes) } : {});
  const bed = await createBed(house.hospital.id, { ward: house.ward });
  return [
    (tx, to) => tx.$executeRaw`
      UPDATE "BedBooking" SET "status" = ${to}::"BedBookingStatus", "version" = "version" + 1, "bedId" = ${bed.id}::uuid,
        "reservedUntil" = now() + interval '1 hour', "admittedAt" = now(), "dischargedAt" = now() WHERE "id" = ${row.id}::uuid`,
  ];
}

async function callIn(status: (typeof AMBULANCE_BOOKING_STATUSES)[number]): Promise<Change[]> {
  const hospital = await createHospital();
  const [vehicle, other] = [await createAmbulance(hospital.id), await createAmbulance(hospital.id)];
  const { id } = await db.ambulanceBooking.create({
    data: {
      status,
      kind: "BASIC",
      pickupLatitude: 0,
      pickupLongitude: 0,
      contactName: "Wanda Unheard",
      contactPhone: "+491705551234",
      trackingTokenHash: crypto.randomUUID(),
      hospitalId: hospital.id,
      ambulanceId: vehicle.id,
      dispatchedAt: ago(RECENTLY),
    },
    select: { id: true },
  });
  return [
    (tx, to) => tx.$executeRaw`
      UPDATE "AmbulanceBooking" SET "status" = ${to}::"AmbulanceBookingStatus", "version" = "version" + 1,
        "ambulanceId" = ${other.id}::uuid WHERE "id" = ${id}::uuid`,
  ];
}

async function messageIn(state: MessageState): Promise<Change[]> {
  const key = crypto.randomUUID();
  const path: MessageState[] = state === "DUE" ? [] : state === "SENDING" ? ["SENDING"] : ["SENDING", state];
  await db.message.create({ data: { key, toAddress: "a@caresync.test", reason: "test", channel: "EMAIL" } });
  const step = (tx: Tx, to: string) => tx.$executeRaw`
    UPDATE "Message" SET "state" = ${to}::"MessageState", "claimedAt" = now(),
      "endedAt" = CASE WHEN ${to} IN ('SENT', 'GIVEN_UP', 'CANCELLED') THEN now() END WHERE "key" = ${key}`;
  for (const to of path) await inTransaction(SYSTEM_ACTOR, (tx) => step(tx, to));
  return [step];
}

/** One whose links hold, and one whose time is over: each step is possible for one of them. */
async function emailChangesIn(status: EmailChangeStatus): Promise<Change[]> {
  const [now, old] = [
    await pendingChange(await createUser()),
    await pendingChange(await createUser(), { createdAt: ago(1441) }),
  ];
  const step = (id: string) => (tx: Tx, to: string) => tx.$executeRaw`
    UPDATE "EmailChange" SET "status" = ${to}::"EmailChangeStatus" WHERE "id" = ${id}::uuid`;
  if (status === "PENDING") return [step(now.id), step(old.id)];
  const { id } = status === "EXPIRED" ? old : now;
  await inTransaction(SYSTEM_ACTOR, (tx) => step(id)(tx, status));
  return [step(id)];
}

describe("the database allows exactly the steps that are declared", () => {
  it.each(APPOINTMENT_STATUSES)("of an appointment that is %s", async (from) => {
    const allowed = await allowedAfter(from, APPOINTMENT_STATUSES, await appointmentsIn(from, RECENTLY));
    expect(allowed).toEqual(nextStates(APPOINTMENT_LIFE_CYCLE, from));
  });

  it.each(BED_BOOKING_STATUSES)("of a bed booking that is %s", async (from) => {
    const allowed = await allowedAfter(from, BED_BOOKING_STATUSES, await stayIn(from, RECENTLY));
    expect(allowed).toEqual(nextStates(BED_BOOKING_LIFE_CYCLE, from));
  });

  it.each(AMBULANCE_BOOKING_STATUSES)("of an ambulance booking that is %s", async (from) => {
    const allowed = await allowedAfter(from, AMBULANCE_BOOKING_STATUSES, await callIn(from));
    expect(allowed).toEqual(nextStates(CALL_LIFE_CYCLE, from));
  });

  it.each(EMAIL_CHANGE_STATUSES)("of an email change that is %s", async (from) => {
    const allowed = await allowedAfter(from, EMAIL_CHANGE_STATUSES, await emailChangesIn(from));
    expect(allowed).toEqual(nextStates(EMAIL_CHANGE_LIFE_CYCLE, from));
  });

  it.each(MESSAGE_STATES)("of a message that is %s", async (from) => {
    const allowed = await allowedAfter(from, MESSAGE_STATES, await messageIn(from));
    expect(allowed).toEqual(nextStates(MESSAGE_LIFE_CYCLE, from));
  });
});

it.each(EXPORT_STATUSES)("the database allows exactly the steps of an export that is %s", async (from) => {
  const allowed = await allowedAfter(from, EXPORT_STATUSES, await exportIn(from));
  expect(allowed).toEqual(nextStates(DATA_EXPORT_LIFE_CYCLE, from));
});

describe("what can be undone for a while only is final after it, in the database too", () => {
  const isTimed = (undo?: { withinMinutes?: number }) => undo?.withinMinutes !== undefined;
  const visits = APPOINTMENT_STATUSES.filter((status) => isTimed(APPOINTMENT_LIFE_CYCLE.undo?.[status]));
  const stays = BED_BOOKING_STATUSES.filter((status) => isTimed(BED_BOOKING_LIFE_CYCLE.undo?.[status]));

  it.each(visits)("an appointment that is %s", async (from) => {
    const allowed = await allowedAfter(from, APPOINTMENT_STATUSES, await appointmentsIn(from, LONG_AGO));
    expect(allowed).toEqual(Object.keys(APPOINTMENT_LIFE_CYCLE.steps[from] ?? {}));
  });

  it.each(stays)("a bed booking that is %s", async (from) => {
    const allowed = await allowedAfter(from, BED_BOOKING_STATUSES, await stayIn(from, LONG_AGO));
    expect(allowed).toEqual(Object.keys(BED_BOOKING_LIFE_CYCLE.steps[from] ?? {}));
  });
});
