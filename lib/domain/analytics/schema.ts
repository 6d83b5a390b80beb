import { z } from "zod";
import { AMBULANCE_KINDS } from "@/lib/domain/ambulances/status";
import { APPOINTMENT_STATUSES, type AppointmentStatus } from "@/lib/domain/appointments/status";
import { bedCountsOutput } from "@/lib/domain/beds/schema";
import { WARD_KINDS } from "@/lib/domain/beds/status";
import { hospitalCardOutput, hospitalProfileOutput } from "@/lib/domain/hospitals/schema";
import { uuid } from "@/lib/platform/input/text";

const count = z.int().min(0);
const wardKind = z.enum(WARD_KINDS);

const byStatus = Object.fromEntries(APPOINTMENT_STATUSES.map((status) => [status, count])) as Record<
  AppointmentStatus,
  typeof count
>;

/** The hospital's numbers now: each equals a count over its rows. */
export const hospitalStatsOutput = z.object({
  hospitalId: uuid,
  asOf: z.string().meta({ description: "The moment all these numbers refer to." }),
  date: z.string().meta({ description: "Today, in the hospital's time zone." }),
  doctors: z.object({
    active: count,
    suspended: count,
    invited: count.meta({ description: "Open invitations that haven't expired." }),
  }),
  appointments: z.object({
    today: z.object(byStatus).meta({ description: "By start time. An expired hold counts as EXPIRED." }),
  }),
  beds: bedCountsOutput.meta({
    description: "Every bed is in exactly one of the five. An expired reservation doesn't count: the bed is free.",
  }),
  wards: z
    .array(bedCountsOutput.extend({ id: uuid, name: z.string(), kind: wardKind }))
    .meta({ description: "By name, including wards without beds." }),
  ambulances: z.object({ total: count, available: count, onCall: count, outOfService: count }),
  requests: z.object({
    beds: count.meta({ description: "Bed requests not yet answered." }),
    ambulances: count.meta({ description: "Calls offered to this hospital and open." }),
    invitations: count.meta({ description: "Doctors who ask to join, not yet answered and not expired." }),
  }),
  medianWaitMinutes: z.number().min(0).nullable().meta({
    description:
      "Median time from check-in to start for today's appointments, in minutes, to one decimal place. Null if there are none.",
  }),
  medianStayHours: z.number().min(0).nullable().meta({
    description:
      "Median time from admission to discharge, in hours, to one decimal place, for discharges in the 30 days (720 hours) before `asOf`. Null if there are none.",
  }),
});
export type HospitalStats = z.infer<typeof hospitalStatsOutput>;

/** A hospital's public capacity, without the kinds it doesn't have. */
const capacityOutput = z.object({
  asOf: z.string().meta({ description: "When this was counted." }),
  beds: z
    .array(z.object({ kind: wardKind, free: count }))
    .meta({ description: "Free beds by kind of ward. Kinds the hospital doesn't have are left out." }),
  ambulances: z
    .array(z.object({ kind: z.enum(AMBULANCE_KINDS), free: count }))
    .meta({ description: "Free vehicles by kind. Kinds the hospital doesn't have are left out." }),
});
export type Capacity = z.infer<typeof capacityOutput>;

/** A hospital in a list, with its current capacity. */
export const listedHospitalOutput = hospitalCardOutput.extend({ capacity: capacityOutput });
export type ListedHospital = z.infer<typeof listedHospitalOutput>;

/** A hospital's public data, with its current capacity. */
export const hospitalPageOutput = hospitalProfileOutput.extend({ capacity: capacityOutput });
export type HospitalPage = z.infer<typeof hospitalPageOutput>;
