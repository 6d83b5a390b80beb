import { z } from "zod";
import { instant, longText, uuid } from "@/lib/platform/http/text";
import { APPOINTMENT_STATUSES, REQUESTABLE_STATUSES } from "./status";

export const visitMode = z.enum(["IN_PERSON", "VIDEO"]);
export type VisitMode = z.infer<typeof visitMode>;

/** The slot somebody wants: place and service narrow it where a doctor has several. */
const wantedSlot = {
  doctorId: uuid,
  patientId: uuid.optional(),
  start: instant,
  serviceId: uuid.optional(),
  scheduleId: uuid.optional(),
  hospitalId: uuid.optional(),
};

export const holdInput = z.strictObject(wantedSlot);
export type HoldInput = z.infer<typeof holdInput>;

export const bookInput = z.strictObject({
  ...wantedSlot,
  mode: visitMode.optional(),
  reason: longText(500).optional(),
  holdId: uuid.optional(),
});
export type BookInput = z.infer<typeof bookInput>;

export const changeStatusInput = z.strictObject({
  status: z.enum(REQUESTABLE_STATUSES),
  reason: longText(500).optional(),
});
export type ChangeStatusInput = z.infer<typeof changeStatusInput>;

export const rescheduleInput = z.strictObject({ start: instant, scheduleId: uuid.optional() });
export type RescheduleInput = z.infer<typeof rescheduleInput>;

export const holdOutput = z.strictObject({
  id: uuid,
  doctorId: uuid,
  start: instant,
  end: instant,
  expiresAt: instant,
});
export type Hold = z.infer<typeof holdOutput>;

export const appointmentOutput = z.strictObject({
  id: uuid,
  doctorId: uuid,
  patientId: uuid,
  hospitalId: uuid.nullable(),
  scheduleId: uuid.nullable(),
  serviceId: uuid.nullable(),
  start: instant,
  end: instant,
  status: z.enum(APPOINTMENT_STATUSES),
  mode: visitMode,
  reason: z.string().nullable(),
  statusReason: z.string().nullable(),
  needsRebooking: z.boolean(),
  version: z.int(),
  createdAt: instant,
});
export type AppointmentOutput = z.infer<typeof appointmentOutput>;

/** What a list can be narrowed by; instants half-open. */
export const listFilter = z.strictObject({
  from: instant.optional(),
  to: instant.optional(),
  status: z.enum(APPOINTMENT_STATUSES).optional(),
});
export type ListFilter = z.infer<typeof listFilter>;
