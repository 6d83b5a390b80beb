import { z } from "zod";
import { wardKind } from "@/lib/domain/beds/schema";
import { notifiedOutput } from "@/lib/domain/contacts/schema";
import { instant, uuid } from "@/lib/platform/input/text";
import { AMBULANCE_BOOKING_STATUSES, AMBULANCE_KINDS } from "../status";

export const ambulanceKind = z.enum(AMBULANCE_KINDS, `Must be one of ${AMBULANCE_KINDS.join(", ")}`);

const stamp = instant.nullable();
const stamps = {
  dispatchedAt: stamp,
  enRouteAt: stamp,
  onSceneAt: stamp,
  transportingAt: stamp,
  arrivedAt: stamp,
  completedAt: stamp,
  endedAt: stamp,
};
const place = z.strictObject({ latitude: z.number(), longitude: z.number(), address: z.string().nullable() });

export const ambulanceBookingOutput = z.strictObject({
  id: uuid,
  kind: ambulanceKind,
  status: z.enum(AMBULANCE_BOOKING_STATUSES),
  pickup: place,
  contact: z.strictObject({ name: z.string(), phone: z.string() }),
  patientId: uuid.nullable(),
  hospitalId: uuid.nullable().meta({ description: "The hospital whose vehicle is sent. Null until then." }),
  ambulanceId: uuid.nullable(),
  crewPhone: z.string().nullable().meta({ description: "While the vehicle is on this call." }),
  bedKind: wardKind.nullable(),
  bedBookingId: uuid.nullable(),
  statusReason: z.string().nullable(),
  hospitalsAsked: z.int().meta({ description: "How many hospitals are being asked now." }),
  nobodyLeft: z.boolean().meta({
    description: "No other hospital can be asked at the moment. Tell the caller to call the emergency number.",
  }),
  verifiedAt: stamp,
  callBackFirst: z.boolean().meta({
    description:
      "For the hospital: several requests came from this phone within minutes, so ring back before sending a vehicle.",
  }),
  ...stamps,
  version: z.int(),
  createdAt: instant,
});
export type AmbulanceBookingOutput = z.infer<typeof ambulanceBookingOutput>;

/** A changed call, and how the caller is notified. */
export const changedCallOutput = ambulanceBookingOutput.extend({ notified: notifiedOutput });

/** The answer to a call: without an account it contains the only access to it. */
export const newCallOutput = ambulanceBookingOutput.extend({
  trackingToken: z.string().nullable(),
  advice: z.string().nullable().meta({ description: "What the caller should do in the meantime, in plain words." }),
});

/** What the holder of a tracking link can read. */
export const trackedCallOutput = z.strictObject({
  id: uuid,
  version: z.int(),
  status: z.enum(AMBULANCE_BOOKING_STATUSES),
  kind: ambulanceKind,
  createdAt: instant,
  pickup: place,
  ...stamps,
  hospital: z.strictObject({ id: uuid, slug: z.string(), name: z.string(), phone: z.string().nullable() }).nullable(),
  vehicle: z.strictObject({ registration: z.string(), kind: ambulanceKind, crewPhone: z.string() }).nullable(),
  hospitalsAsked: z.int(),
  nobodyLeft: z.boolean(),
  callbackCode: z
    .string()
    .nullable()
    .meta({ description: "The code the caller gives when the hospital rings back. Null when it needn't." }),
  bed: z.strictObject({ kind: wardKind, status: z.string().nullable() }).nullable(),
  statusReason: z.string().nullable(),
  canCancel: z.boolean(),
  advice: z.string().nullable(),
});
export type TrackedCall = z.infer<typeof trackedCallOutput>;

/** An ambulance call in the export of a record. */
export const exportedCallOutput = ambulanceBookingOutput.extend({ hospitalName: z.string().nullable() });
export type ExportedCall = z.infer<typeof exportedCallOutput>;
