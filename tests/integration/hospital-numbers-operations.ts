import { answerInvitation } from "@/lib/domain/affiliations/answer-invitation";
import { askToJoin } from "@/lib/domain/affiliations/ask-to-join";
import { changeAffiliation } from "@/lib/domain/affiliations/change-affiliation";
import { inviteDoctor } from "@/lib/domain/affiliations/invite-doctor";
import { withdrawInvitation } from "@/lib/domain/affiliations/withdraw-invitation";
import { changeAmbulance } from "@/lib/domain/ambulances/change-ambulance";
import { changeAmbulanceBooking } from "@/lib/domain/ambulances/change-ambulance-booking";
import { REQUESTABLE_BOOKING_STATUSES } from "@/lib/domain/ambulances/status";
import { changeStatus } from "@/lib/domain/appointments/change-status";
import { REQUESTABLE_STATUSES as VISIT_STATUSES } from "@/lib/domain/appointments/status";
import { rescheduleAppointment } from "@/lib/domain/appointments/reschedule-appointment";
import { undoStep } from "@/lib/domain/appointments/undo-step";
import { addBed } from "@/lib/domain/beds/add-beds";
import { changeBed } from "@/lib/domain/beds/change-bed";
import { changeBedBooking } from "@/lib/domain/beds/change-bed-booking";
import { expireBedBookings } from "@/lib/domain/beds/expire-bed-bookings";
import { removeBed } from "@/lib/domain/beds/remove-bed";
import { requestBed } from "@/lib/domain/beds/request-bed";
import { BED_STATES, REQUESTABLE_STATUSES as STAY_STATUSES } from "@/lib/domain/beds/status";
import { transferPatient } from "@/lib/domain/beds/transfer-patient";
import type { Actor } from "@/lib/actor/actor";
import { closeWard } from "@/lib/domain/ward-closures/close-ward";
import { endWardClosure, undoWardClosure } from "@/lib/domain/ward-closures/step-ward-closure";
import { db } from "@/lib/platform/db/db";
import { call } from "./ambulances-harness";

/** Who acts, on what. */
export type World = {
  hospitalId: string;
  place: { latitude: number; longitude: number };
  wards: { id: string }[];
  manager: Actor;
  desk: Actor;
  patients: Actor[];
  doctors: { id: string; actor: Actor }[];
};

/** Picks an item by a random number; undefined for an empty list. */
type Pick = <T>(list: readonly T[], at?: number) => T | undefined;
type Operation = (world: World, pick: Pick) => Promise<unknown>;

const REASON = "Said so";
const byId = { orderBy: { id: "asc" } } as const;
const beds = (hospitalId: string) => db.bed.findMany({ where: { hospitalId, removedAt: null }, ...byId });
const stays = (hospitalId: string) =>
  db.bedBooking.findMany({ where: { hospitalId, status: { in: ["REQUESTED", "RESERVED", "ADMITTED"] } }, ...byId });

/** Everything that changes a number. Each tries one thing; the product decides whether it is allowed. */
export const OPERATIONS: Record<string, Operation> = {
  async requestBed({ hospitalId, patients }, pick) {
    const patient = pick(patients)!;
    return requestBed(patient, {
      hospitalId,
      wardKind: pick(["GENERAL", "ICU"] as const, 1)!,
      from: new Date(Date.now() + 60_000).toISOString(),
    });
  },
  async stepOfStay({ hospitalId, desk }, pick) {
    const [stay, bed, status] = [
      pick(await stays(hospitalId)),
      pick(await beds(hospitalId), 1),
      pick(STAY_STATUSES, 2)!,
    ];
    const place = status === "RESERVED" || (status === "ADMITTED" && !stay?.bedId) ? { bedId: bed?.id ?? "" } : {};
    return stay && changeBedBooking(desk, stay.id, { status, reason: REASON, ...(place.bedId ? place : {}) });
  },
  async nextOfStay({ hospitalId, desk }, pick) {
    const [stay, bed] = [pick(await stays(hospitalId)), pick(await beds(hospitalId), 1)];
    if (!stay || !bed) return;
    if (stay.status === "REQUESTED") return changeBedBooking(desk, stay.id, { status: "RESERVED", bedId: bed.id });
    return changeBedBooking(desk, stay.id, { status: stay.status === "RESERVED" ? "ADMITTED" : "DISCHARGED" });
  },
  async transfer({ hospitalId, desk }, pick) {
    const lying = (await stays(hospitalId)).filter(({ status }) => status === "ADMITTED");
    const [stay, bed] = [pick(lying), pick(await beds(hospitalId), 1)];
    return stay && bed && transferPatient(desk, stay.id, { bedId: bed.id });
  },
  /** Time passes over a reservation; the timer may come later. */
  async lapse({ hospitalId }, pick) {
    const kept = pick((await stays(hospitalId)).filter(({ status }) => status === "RESERVED"));
    const data = { reservedUntil: new Date(Date.now() - 1_000), version: { increment: 1 } };
    return kept && db.bedBooking.updateMany({ where: { id: kept.id, status: "RESERVED" }, data });
  },
  expire: () => expireBedBookings(),
  async stateOfBed({ hospitalId, desk }, pick) {
    const [bed, state] = [pick(await beds(hospitalId)), pick(BED_STATES, 1)!];
    return bed && changeBed(desk, bed.id, { state, ...(state === "OUT_OF_SERVICE" ? { reason: REASON } : {}) });
  },
  async closeBeds({ hospitalId, desk, wards }, pick) {
    const ward = pick(wards)!;
    const [bed] = await db.bed.findMany({ where: { wardId: ward.id, removedAt: null }, ...byId });
    const [starts, lasts] = [pick([null, null, 60], 1)!, pick([null, 30, 90], 2)!];
    const begin = Date.now() + (starts ?? 0) * 60_000;
    return closeWard(desk, {
      hospitalId,
      wardId: ward.id,
      reason: "WORKS",
      ...(bed && pick([true, false], 2) ? { bedIds: [bed.id] } : {}),
      ...(starts ? { startsAt: new Date(begin).toISOString() } : {}),
      endsAt: lasts ? new Date(begin + lasts * 60_000).toISOString() : null,
    });
  },
  async openBeds({ hospitalId, desk }, pick) {
    const closed = pick(
      await db.wardClosure.findMany({ where: { hospitalId, status: { in: ["PREPARED", "ANNOUNCED"] } }, ...byId }),
    );
    return closed && (closed.status === "PREPARED" ? undoWardClosure : endWardClosure)(desk, { id: closed.id });
  },
  async addBed({ hospitalId, wards, manager }, pick) {
    return addBed(manager, {
      hospitalId,
      wardId: pick(wards)!.id,
      label: `Added ${pick(
        Array.from({ length: 500 }, (_, n) => n),
        1,
      )}`,
    });
  },
  async removeBed({ hospitalId, manager }, pick) {
    const bed = pick(await beds(hospitalId));
    return bed && removeBed(manager, { id: bed.id });
  },
  callAmbulance: async ({ place, patients, hospitalId }, pick) =>
    call(pick([null, ...patients])!, place, { hospitalId }),
  async stepOfCall({ hospitalId, desk }, pick) {
    const calls = await db.ambulanceBooking.findMany({
      where: { offers: { some: { hospitalId } }, completedAt: null, endedAt: null },
      ...byId,
    });
    const vehicles = await db.ambulance.findMany({ where: { hospitalId }, ...byId });
    const found = pick(calls);
    const next = {
      REQUESTED: "DISPATCHED",
      DISPATCHED: "EN_ROUTE",
      EN_ROUTE: "ON_SCENE",
      ON_SCENE: "TRANSPORTING",
      TRANSPORTING: "ARRIVED",
      ARRIVED: "COMPLETED",
    } as const;
    const wanted =
      pick([0, 1, 2, 3], 2) === 0 ? pick(REQUESTABLE_BOOKING_STATUSES, 1)! : next[found?.status as "REQUESTED"];
    const vehicle = wanted === "DISPATCHED" ? { ambulanceId: pick(vehicles, 1)!.id } : {};
    return found && changeAmbulanceBooking(desk, found.id, { status: wanted, reason: REASON, ...vehicle });
  },
  async stateOfVehicle({ hospitalId, desk }, pick) {
    const vehicle = pick(await db.ambulance.findMany({ where: { hospitalId }, ...byId }))!;
    return changeAmbulance(
      desk,
      vehicle.id,
      vehicle.state === "IN_SERVICE" ? { state: "OUT_OF_SERVICE", reason: REASON } : { state: "IN_SERVICE" },
    );
  },
  invite: async ({ hospitalId, manager, doctors }, pick) =>
    inviteDoctor(manager, hospitalId, { doctorId: pick(doctors)!.id }),
  askToJoin: async ({ hospitalId, doctors }, pick) => askToJoin(pick(doctors)!.actor, { hospitalId }),
  async answerInvitation({ hospitalId, manager, doctors }, pick) {
    const found = pick(await db.doctorInvitation.findMany({ where: { hospitalId, status: "PENDING" }, ...byId }));
    const doctor = doctors.find(({ id }) => id === found?.doctorId);
    if (!found || !doctor) return;
    if (pick([true, false, false], 1))
      return withdrawInvitation(found.direction === "INVITATION" ? manager : doctor.actor, found.id);
    const answer = pick(["accept", "decline"] as const, 2)!;
    return answerInvitation(found.direction === "INVITATION" ? doctor.actor : manager, found.id, {
      response: answer,
      reason: REASON,
    });
  },
  async lapseInvitation({ hospitalId }, pick) {
    const found = pick(await db.doctorInvitation.findMany({ where: { hospitalId, status: "PENDING" }, ...byId }));
    return (
      found &&
      db.doctorInvitation.update({ where: { id: found.id }, data: { expiresAt: new Date(Date.now() - 1_000) } })
    );
  },
  async affiliation({ hospitalId, manager }, pick) {
    const found = pick(await db.affiliation.findMany({ where: { hospitalId, status: { not: "ENDED" } }, ...byId }));
    return (
      found &&
      changeAffiliation(manager, found.id, {
        status: pick(["ACTIVE", "SUSPENDED", "ENDED"] as const, 1)!,
        reason: REASON,
      })
    );
  },
  async visit({ hospitalId, desk, doctors }, pick) {
    const found = pick(await db.appointment.findMany({ where: { hospitalId }, ...byId }))!;
    const doctor = doctors.find(({ id }) => id === found.doctorId)!.actor;
    return changeStatus(pick([desk, doctor], 1)!, found.id, { status: pick(VISIT_STATUSES, 2)!, reason: REASON });
  },
  async undoVisit({ hospitalId, doctors }, pick) {
    const found = pick(
      await db.appointment.findMany({
        where: { hospitalId, status: { in: ["CHECKED_IN", "IN_PROGRESS", "NO_SHOW", "LEFT"] } },
        ...byId,
      }),
    );
    const doctor = doctors.find(({ id }) => id === found?.doctorId)?.actor;
    return found && doctor && undoStep(doctor, found.id);
  },
  async moveVisit({ hospitalId, desk }, pick) {
    const found = pick(
      await db.appointment.findMany({ where: { hospitalId, status: { in: ["PENDING", "CONFIRMED"] } }, ...byId }),
    );
    const hours = 24 + Math.ceil(Date.now() / 3_600_000) + pick([1, 2, 3, 4, 5, 6], 1)!;
    return found && rescheduleAppointment(desk, found.id, { start: new Date(hours * 3_600_000).toISOString() });
  },
};
