import { cancelTrackedCall } from "@/lib/domain/ambulances/cancel-tracked-call";
import { changeAmbulanceBooking } from "@/lib/domain/ambulances/change-ambulance-booking";
import type { AmbulanceBookingStatus, RequestableBookingStatus } from "@/lib/domain/ambulances/status";
import { db } from "@/lib/platform/db/db";
import { actorOf } from "../support/actors";
import { createPatient } from "../support/factories";
import { bring, call, hospitalAt, north, region } from "./ambulances-harness";

export type Who = "caller" | "link" | "own hospital" | "asked hospital";

/** A call in the given status, offered to two hospitals, and everyone involved. */
export async function scene(status: AmbulanceBookingStatus, isAnonymous: boolean) {
  const place = region();
  const [own, asked] = [await hospitalAt(north(place, 1)), await hospitalAt(north(place, 5))];
  const { user } = await createPatient();
  const caller = await actorOf(user);
  const { row, trackingToken } = await call(
    isAnonymous ? null : caller,
    place,
    isAnonymous ? {} : { patientId: caller.patientIds[0]! },
  );
  await db.ambulanceOffer.create({ data: { bookingId: row.id, hospitalId: asked.hospital.id, distanceMetres: 5000 } });
  if (status === "DECLINED") {
    await bring(row.id, own, "DECLINED");
    await bring(row.id, asked, "DECLINED");
  } else await bring(row.id, own, status);
  const act = (who: Who, to: RequestableBookingStatus) => {
    if (who === "link")
      return to === "CANCELLED" && trackingToken
        ? cancelTrackedCall(trackingToken)
        : Promise.reject(new Error("no such door"));
    const by = who === "asked hospital" ? asked : own;
    const actor = who === "caller" ? caller : by.actor;
    return changeAmbulanceBooking(actor, row.id, {
      status: to,
      reason: "Said so",
      ...(to === "DISPATCHED" ? { ambulanceId: by.fleet[0]!.id } : {}),
    });
  };
  return { row, act, own, asked, caller, trackingToken, place };
}
