import { describe, expect, it } from "vitest";
import { changeAmbulanceBooking } from "@/lib/domain/ambulances/change-ambulance-booking";
import { namePatient } from "@/lib/domain/ambulances/name-patient";
import { getTrackedCall } from "@/lib/domain/ambulances/get-tracked-call";
import { db } from "@/lib/platform/db/db";
import { actorOf } from "../support/actors";
import { createBed, createPatient, createWard } from "../support/factories";
import { bring, call, hospitalAt, outcome, region, statusOf } from "./ambulances-harness";

async function scene(beds: number, isAnonymous = false) {
  const place = region();
  const at = await hospitalAt(place);
  const ward = await createWard(at.hospital.id, { kind: "ICU" });
  const rows = [];
  for (let i = 0; i < beds; i++) rows.push(await createBed(at.hospital.id, { ward }));
  const { user, patient } = await createPatient();
  const caller = await actorOf(user);
  const { row, trackingToken } = await call(isAnonymous ? null : caller, place, {
    bedKind: "ICU",
    ...(isAnonymous ? {} : { patientId: patient.id }),
  });
  return { at, caller, patient, beds: rows, id: row.id, trackingToken };
}
const bedBookingOf = async (id: string) =>
  (await db.ambulanceBooking.findUniqueOrThrow({ where: { id }, select: { bedBooking: true } })).bedBooking;
const conditionsOf = (hospitalId: string) =>
  db.$queryRaw<{ condition: string }[]>`SELECT "condition" FROM "BedNow" WHERE "hospitalId" = ${hospitalId}::uuid`;

describe("a call with a bed request", () => {
  it("reserves a free bed of its kind on dispatch and admits to it on arrival, each in one transaction", async () => {
    const { at, id, patient, beds } = await scene(1);
    await bring(id, at, "DISPATCHED");
    expect(await bedBookingOf(id)).toMatchObject({
      status: "RESERVED",
      patientId: patient.id,
      bedId: beds[0]!.id,
      hospitalId: at.hospital.id,
    });
    for (const status of ["EN_ROUTE", "ON_SCENE", "TRANSPORTING"] as const)
      await changeAmbulanceBooking(at.actor, id, { status });
    await changeAmbulanceBooking(at.actor, id, { status: "ARRIVED" });
    expect(await bedBookingOf(id)).toMatchObject({ status: "ADMITTED" });
    expect(await conditionsOf(at.hospital.id)).toEqual([{ condition: "OCCUPIED" }]);
  });

  it("waits on the bed board where none is free, and requests nothing from a hospital without such a ward", async () => {
    const full = await scene(0);
    await bring(full.id, full.at, "DISPATCHED");
    expect(await bedBookingOf(full.id)).toMatchObject({ status: "REQUESTED", bedId: null });
    const none = await scene(1);
    await db.ward.updateMany({ where: { hospitalId: none.at.hospital.id }, data: { kind: "GENERAL" } });
    await bring(none.id, none.at, "DISPATCHED");
    expect(await bedBookingOf(none.id)).toBeNull();
  });

  it("gets the last bed for one of two, and the other's request stays open", async () => {
    const place = region();
    const at = await hospitalAt(place, 2);
    await createBed(at.hospital.id, { ward: await createWard(at.hospital.id, { kind: "ICU" }) });
    const calls = [];
    for (let i = 0; i < 2; i++) {
      const { user, patient } = await createPatient();
      calls.push((await call(await actorOf(user), place, { bedKind: "ICU", patientId: patient.id })).row.id);
    }
    await Promise.all(
      calls.map((id, i) =>
        changeAmbulanceBooking(at.actor, id, { status: "DISPATCHED", ambulanceId: at.fleet[i]!.id }),
      ),
    );
    const statuses = await Promise.all(calls.map(async (id) => (await bedBookingOf(id))?.status));
    expect(statuses.toSorted()).toEqual(["REQUESTED", "RESERVED"]);
  });

  it("waits for a name where the caller has no account: known or entered by the dispatching hospital, once", async () => {
    const { at, id, trackingToken, patient } = await scene(1, true);
    const other = await hospitalAt(region());
    const someone = { name: "Nobody Known", phone: "+49 170 5550000" };
    expect(await outcome(namePatient(at.actor, { id, newPatient: someone }))).toBe("forbidden");
    await bring(id, at, "EN_ROUTE");
    expect(await bedBookingOf(id)).toBeNull();
    expect(await outcome(namePatient(other.actor, { id, newPatient: someone }))).toBe("not-found");
    expect(await outcome(namePatient(at.actor, { id, patientId: patient.id }))).toBe("not-found");
    expect(await db.patient.count({ where: { name: someone.name } })).toBe(0);
    const named = await namePatient(at.actor, { id, newPatient: someone });
    expect(named.patient?.name).toBe(someone.name);
    expect(await bedBookingOf(id)).toMatchObject({ status: "RESERVED", patientId: named.patientId });
    expect((await getTrackedCall(trackingToken!)).bed).toEqual({ kind: "ICU", status: "RESERVED" });
    expect(await outcome(namePatient(at.actor, { id, newPatient: someone }))).toBe("invalid-transition");
    // A patient who came by ambulance is known at the hospital from then on.
    const again = await call(null, region());
    expect(again.row.patientId).toBeNull();
  });

  it("releases the bed when the call is cancelled, by anyone", async () => {
    const byCaller = await scene(1);
    await bring(byCaller.id, byCaller.at, "EN_ROUTE");
    await changeAmbulanceBooking(byCaller.caller, byCaller.id, { status: "CANCELLED" });
    expect([await bedBookingOf(byCaller.id), await conditionsOf(byCaller.at.hospital.id)]).toMatchObject([
      { status: "CANCELLED" },
      [{ condition: "FREE" }],
    ]);
    const byStaff = await scene(1);
    await bring(byStaff.id, byStaff.at, "CANCELLED");
    expect(await bedBookingOf(byStaff.id)).toMatchObject({ status: "CANCELLED" });
  });

  it("arrives completely or not at all: where the bed is not ready nothing changes, and arriving without a bed is possible", async () => {
    const { at, id, beds } = await scene(1);
    await bring(id, at, "TRANSPORTING");
    await db.bed.update({ where: { id: beds[0]!.id }, data: { state: "OUT_OF_SERVICE", stateReason: "Flooded" } });
    expect(await outcome(changeAmbulanceBooking(at.actor, id, { status: "ARRIVED" }))).toBe("invalid-transition");
    expect([await statusOf(id), (await bedBookingOf(id))?.status]).toEqual(["TRANSPORTING", "RESERVED"]);
    expect(await outcome(changeAmbulanceBooking(at.actor, id, { status: "ARRIVED", admit: false }))).toBe("ok");
    expect((await bedBookingOf(id))?.status).toBe("RESERVED");
  });
});
