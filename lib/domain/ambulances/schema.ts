import { z } from "zod";
import { notifiedOutput } from "@/lib/domain/contacts/schema";
import { wardKind } from "@/lib/domain/beds/schema";
import { newPatientInput } from "@/lib/domain/patients/schema";
import { cursor, limit } from "@/lib/platform/input/query";
import {
  anyPhone,
  ifGiven,
  instant,
  longText,
  nameText,
  phoneNumber,
  shortText,
  uuid,
} from "@/lib/platform/input/text";
import {
  AMBULANCE_BOOKING_STATUSES,
  AMBULANCE_CONDITIONS,
  AMBULANCE_KINDS,
  AMBULANCE_STATES,
  REQUESTABLE_BOOKING_STATUSES,
} from "./status";

const ambulanceKind = z.enum(AMBULANCE_KINDS, `Must be one of ${AMBULANCE_KINDS.join(", ")}`);

/** To a centimetre: what is smaller is noise, and the smallest numbers there are PostgreSQL's sine refuses. */
const centimetre = (degrees: number) => Math.round(degrees * 1e7) / 1e7 + 0;
const latitude = z.number().min(-90, "Must be from -90 to 90").max(90, "Must be from -90 to 90").overwrite(centimetre);
const longitude = z
  .number()
  .min(-180, "Must be from -180 to 180")
  .max(180, "Must be from -180 to 180")
  .overwrite(centimetre);
const bothOrNeither = { path: ["latitude"], message: "Give latitude and longitude, or neither" };

// The fleet.
const vehicle = {
  registration: nameText(20),
  kind: ambulanceKind,
  crewPhone: phoneNumber,
};
export const ambulanceInput = z
  .strictObject({ ...vehicle, latitude: latitude.optional(), longitude: longitude.optional() })
  .refine((place) => (place.latitude === undefined) === (place.longitude === undefined), bothOrNeither);
export const addAmbulanceInput = ambulanceInput.safeExtend({ hospitalId: uuid });
export type AddAmbulanceInput = z.output<typeof addAmbulanceInput>;

/** Only what is sent changes; a place of null is the hospital's own. A vehicle taken out of service says why. */
export const changeAmbulanceInput = z
  .strictObject({
    registration: vehicle.registration.optional(),
    kind: ambulanceKind.optional(),
    crewPhone: phoneNumber.optional(),
    latitude: latitude.nullable().optional(),
    longitude: longitude.nullable().optional(),
    state: z.enum(AMBULANCE_STATES).optional(),
    reason: ifGiven(longText(300)),
  })
  .refine((place) => ((place.latitude ?? null) === null) === ((place.longitude ?? null) === null), bothOrNeither);
export type ChangeAmbulanceInput = z.output<typeof changeAmbulanceInput>;

export const ambulanceOutput = z.strictObject({
  id: uuid,
  hospitalId: uuid,
  registration: z.string(),
  kind: ambulanceKind,
  crewPhone: z.string(),
  state: z.enum(AMBULANCE_STATES),
  condition: z.enum(AMBULANCE_CONDITIONS).meta({ description: "Its current state. ON_CALL follows from its call." }),
  reason: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  version: z.int(),
  createdAt: instant,
});
export type AmbulanceOutput = z.infer<typeof ambulanceOutput>;

export const ambulanceListQuery = z.strictObject({
  limit,
  cursor: cursor.optional(),
  condition: z.enum(AMBULANCE_CONDITIONS).optional(),
});

// Calls.
export const callInput = z.strictObject({
  kind: ambulanceKind,
  pickup: z.strictObject({ latitude, longitude, address: ifGiven(shortText(200)) }),
  contact: z.strictObject({
    name: shortText(100),
    phone: anyPhone.meta({
      description: "In any spelling. What can't be read as a phone number is kept as it was sent.",
    }),
  }),
  patientId: ifGiven(uuid),
  hospitalId: ifGiven(uuid).meta({
    description: "Asked first, at any distance, if it has a free vehicle of this kind.",
  }),
  bedKind: ifGiven(wardKind),
});
export type CallInput = z.output<typeof callInput>;

/** What `newSecretToken` makes: 256 random bits. */
export const trackingToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "Must be a tracking token");

/** The form's: its browser makes the token before it sends, so that sending again after a lost answer calls nobody twice. */
export const callFormInput = callInput.extend({ trackingToken: trackingToken.optional() });

export const changeCallInput = z.strictObject({
  status: z.enum(REQUESTABLE_BOOKING_STATUSES),
  ambulanceId: ifGiven(uuid).meta({ description: "The vehicle to dispatch. Required for DISPATCHED." }),
  reason: ifGiven(longText(300)),
  admit: z.boolean().optional().meta({
    description: "With ARRIVED: whether the patient is admitted to the reserved bed in the same step. Default: true.",
  }),
});
export type ChangeCallInput = z.output<typeof changeCallInput>;

export const replaceVehicleInput = z.strictObject({
  ambulanceId: uuid.meta({ description: "The vehicle that takes over." }),
  outOfServiceReason: longText(300)
    .optional()
    .meta({ description: "Why the first vehicle is out of service. If left out, it becomes free again." }),
});
export type ReplaceVehicleInput = z.output<typeof replaceVehicleInput>;

export const callbackCode = z.string().regex(/^\d{4}$/, "Must be four digits");
export const verifyCallerInput = z.strictObject({ id: uuid, code: callbackCode });

/** Who is in the vehicle: someone known to the hospital, or someone new. */
export const callPatientInput = z
  .strictObject({ patientId: ifGiven(uuid), newPatient: newPatientInput.optional() })
  .refine(({ patientId, newPatient }) => (patientId === undefined) !== (newPatient === undefined), {
    path: ["patientId"],
    message: "Choose a patient or enter a new one",
  });
export const namePatientInput = callPatientInput.safeExtend({ id: uuid });
export type NamePatientInput = z.output<typeof namePatientInput>;

export const callListFilter = z.strictObject({
  status: z.enum(AMBULANCE_BOOKING_STATUSES).optional(),
  from: instant.optional(),
  to: instant.optional(),
});
export type CallListFilter = z.output<typeof callListFilter>;

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

/** The answer of a change: the call, and how the caller hears of it. */
export const changedCallOutput = ambulanceBookingOutput.extend({ notified: notifiedOutput });

/** The answer to a call: without an account it carries the only key to it. */
export const newCallOutput = ambulanceBookingOutput.extend({
  trackingToken: z.string().nullable(),
  advice: z.string().nullable().meta({ description: "What the caller should do in the meantime, in plain words." }),
});

/** What the holder of a tracking link reads. */
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

export { callFormFor, offeredTowns, townNamed, type OfferedTown } from "./internal/schema-call-form";
