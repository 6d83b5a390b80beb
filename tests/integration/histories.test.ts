import { describe, expect, it } from "vitest";
import { GET as affiliationHistory } from "@/app/api/affiliations/[id]/history/route";
import { GET as callHistory } from "@/app/api/ambulance-bookings/[id]/history/route";
import { GET as visitHistory } from "@/app/api/appointments/[id]/history/route";
import { GET as stayHistory } from "@/app/api/bed-bookings/[id]/history/route";
import { changeAffiliation } from "@/lib/domain/affiliations/change-affiliation";
import { listAffiliationHistory } from "@/lib/domain/affiliations/list-history";
import { changeAmbulanceBooking } from "@/lib/domain/ambulances/change-ambulance-booking";
import { listCallHistory } from "@/lib/domain/ambulances/list-history";
import { loadDispatchBoard } from "@/lib/domain/ambulances/load-dispatch-board";
import { loadOwnCall } from "@/lib/domain/ambulances/get-tracked-call";
import { bookAppointment } from "@/lib/domain/appointments/book-appointment";
import { requestBed } from "@/lib/domain/beds/request-bed";
import type { HistoryItem } from "@/lib/domain/history/schema";
import { actorOf } from "../support/actors";
import { createBed, createDoctor, createPatient, inDays } from "../support/factories";
import { bearerOf, call as fetchFrom, type Handler } from "../contract/appointments-harness";
import { createMeeting, joinedDoctor } from "./affiliations-cast";
import { call, hospitalAt, north, region } from "./ambulances-harness";

const told = (items: HistoryItem[]) => items.map(({ what, by }) => [what, by]);
const read = async (handler: Handler, id: string, user: { id: string }) =>
  fetchFrom(handler, { method: "GET", params: { id }, headers: await bearerOf(user) });

describe("the history of a call", () => {
  it("says who did what and how, without names of people at other hospitals", async () => {
    const place = region();
    const [near, far] = [await hospitalAt(place), await hospitalAt(north(place, 5))];
    const { row } = await call(null, place);
    await changeAmbulanceBooking(near.actor, row.id, { status: "DECLINED", reason: "No crew" });
    await changeAmbulanceBooking({ ...far.actor, via: "token" }, row.id, {
      status: "DISPATCHED",
      ambulanceId: far.fleet[0]!.id,
    });
    await changeAmbulanceBooking(far.actor, row.id, { status: "EN_ROUTE" });
    const items = told(await listCallHistory(far.actor, row.id));
    expect(items[0]).toEqual(["Requested", "The caller"]);
    expect(items).toContainEqual(["A hospital declined", "Another hospital"]);
    expect(items).toContainEqual(["A vehicle was sent", `Front desk: ${far.user.name}, through the API`]);
    expect(items).toContainEqual(["On the way", `Front desk: ${far.user.name}`]);
    expect(JSON.stringify(items)).not.toContain(near.user.name);
    const board = await loadDispatchBoard(far.actor, far.hospital.id);
    expect(board.stepActors.get(row.id)).toEqual({
      REQUESTED: "The caller",
      DISPATCHED: `Front desk: ${far.user.name}, through the API`,
      EN_ROUTE: `Front desk: ${far.user.name}`,
    });
  });

  it("names no one at the desk to the patient", async () => {
    const place = region();
    const at = await hospitalAt(place);
    const { user, patient } = await createPatient();
    const actor = await actorOf(user);
    const { row } = await call(actor, place, { patientId: patient.id });
    await changeAmbulanceBooking(at.actor, row.id, { status: "DISPATCHED", ambulanceId: at.fleet[0]!.id });
    expect((await loadOwnCall(actor, row.id)).stepActors).toEqual({
      REQUESTED: "You, online",
      DISPATCHED: "The hospital's front desk",
    });
    const answer = await read(callHistory, row.id, user);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toContain(at.user.name);
    expect((await read(callHistory, row.id, (await createPatient()).user)).status, "someone else").toBe(404);
  });
});

describe("the history of an affiliation", () => {
  it("says who invited, joined and suspended, with names of the hospital's people for the hospital only", async () => {
    const meeting = await createMeeting();
    const { manager, stranger } = meeting;
    const doctor = await joinedDoctor(meeting);
    await changeAffiliation(manager.actor, doctor.affiliationId, { status: "SUSPENDED", reason: "A good reason" });
    expect(told(await listAffiliationHistory(manager.actor, doctor.affiliationId))).toEqual([
      ["Invited", manager.user.name],
      ["Joined", doctor.user.name],
      ["Suspended", manager.user.name],
    ]);
    expect(told(await listAffiliationHistory(doctor.actor, doctor.affiliationId))).toEqual([
      ["Invited", "The hospital"],
      ["Joined", doctor.user.name],
      ["Suspended", "The hospital"],
    ]);
    await expect(listAffiliationHistory(stranger, doctor.affiliationId)).rejects.toMatchObject({ code: "not-found" });
    expect((await read(affiliationHistory, doctor.affiliationId, doctor.user)).status).toBe(200);
  });
});

describe("GET …/history", () => {
  it("answers the history of a visit and a stay to those who may see them, and 404 to all others", async () => {
    const { user, patient } = await createPatient();
    const actor = await actorOf(user);
    const { doctor } = await createDoctor();
    const visit = await bookAppointment(actor, {
      doctorId: doctor.id,
      patientId: patient.id,
      start: inDays(2).toISOString(),
    });
    const at = await hospitalAt(region());
    await createBed(at.hospital.id);
    const stay = await requestBed(actor, {
      hospitalId: at.hospital.id,
      patientId: patient.id,
      wardKind: "GENERAL",
      from: inDays(1).toISOString(),
    });
    const other = (await createPatient()).user;
    for (const [handler, id, what] of [
      [visitHistory, visit.id, "Booked and confirmed"],
      [stayHistory, stay.id, "Requested a bed"],
    ] as const) {
      const answer = await read(handler, id, user);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ items: [{ what, by: "You, online", where: null, moved: null }] });
      expect((await read(handler, id, other)).status).toBe(404);
    }
  });
});
