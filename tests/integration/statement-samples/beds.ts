import * as beds from "@/lib/domain/beds/statements/beds";
import * as bookings from "@/lib/domain/beds/statements/bookings";
import * as texts from "@/lib/domain/beds/statements/texts";
import * as wards from "@/lib/domain/beds/statements/wards";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

export function bedSamples({
  hospitalId,
  wardId,
  patientId,
  userId,
  stay,
  request,
  occupiedBedId,
  bed,
  now,
}: World): Sample[] {
  const kind = "GENERAL" as const;
  const place = { label: "A 1", wardId };
  const period = { startsAt: now, endsAt: null };
  const admission = { hospitalId, patientId, bed: { id: bed.id, kind }, requestedByUserId: userId };
  return [
    sample(beds.bedById, occupiedBedId),
    sample(beds.bedsOfHospital, hospitalId),
    sample(beds.pageOfBeds, hospitalId, {}, undefined, 10),
    sample(beds.pageOfBeds, hospitalId, { wardId, kind, condition: "FREE" }, { ...place, id: bed.id }, 10),
    sample(beds.claimedBed, { hospitalId, bedId: occupiedBedId, bookingId: null, ...period }, now),
    sample(beds.keepClosingsOut, hospitalId),
    sample(beds.freeBeds, { hospitalId, kind }, 6),
    sample(beds.freeBeds, { hospitalId, kind, until: now }, 6),
    sample(beds.freeBeds, { hospitalId, kind, exceptId: occupiedBedId }, 6),
    sample(beds.takenLabels, { wardId, labels: [bed.label], exceptId: null }),
    sample(beds.updateBed, bed, place),
    sample(beds.updateBed, bed, { ...place, state: "CLEANING" }),
    sample(beds.updateBed, bed, { ...place, state: "OUT_OF_SERVICE", reason: "The lamp is broken" }),
    sample(beds.skipCleaning, bed.id, now),
    sample(beds.takeLocks, ["bed:1", "bed:2"]),
    sample(beds.tryLock, "bed:1"),
    sample(bookings.visibleBooking, stay.id, [patientId], hospitalId),
    sample(bookings.admittedStay, patientId),
    sample(bookings.insertAdmission, { ...admission, endsAt: null, now }),
    sample(bookings.updateBooking, stay, { status: "DISCHARGED", dischargedAt: now, endsAt: now }, now),
    sample(bookings.updateBooking, stay, { bedId: bed.id, reservedUntil: null }, now),
    sample(bookings.overdueBookings, { status: "RESERVED", reservedUntil: now }, 10),
    sample(bookings.overdueBookings, { status: "REQUESTED", startsAt: now }, 10),
    sample(bookings.expireBooking, stay, { status: "RESERVED", reservedUntil: now }, now),
    sample(bookings.expireReservationsOfBed, bed.id, stay.id, now),
    sample(bookings.insertStay, { bookingId: request.id, hospitalId, bed }, now),
    sample(bookings.endStayInBed, stay.id, occupiedBedId, now),
    sample(bookings.reopenLastStay, stay.id),
    sample(texts.textsOfStays, [stay.id]),
    sample(texts.insertStayText, stay.id, "REASON", "A knee"),
    sample(wards.wardInUse, wardId, hospitalId),
    sample(wards.wardWithName, hospitalId, "Ward 1", null),
    sample(wards.bedCounts, [wardId]),
    sample(wards.zoneOfHospital, hospitalId),
    sample(wards.transactionTime),
  ];
}
