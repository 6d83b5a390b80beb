import { z } from "zod";
import { APPOINTMENT_STATUSES } from "@/lib/domain/appointments/status";
import { instant } from "@/lib/platform/input/text";

/** The platform at this moment, and what waits for an administrator. */
export const overviewOutput = z.object({
  asOf: instant,
  date: z.string().meta({ description: "Today by the clock of your account, `YYYY-MM-DD`." }),
  timeZone: z.string(),
  appointments: z
    .array(z.object({ status: z.enum(APPOINTMENT_STATUSES), count: z.int() }))
    .meta({ description: "Of today, at every place, by status; those on hold aside." }),
  signUps: z.int().meta({ description: "Accounts made today." }),
  signedIn: z.int().meta({ description: "People with an open session in a browser." }),
  beds: z.object({ total: z.int(), occupied: z.int() }),
  ambulances: z.object({
    underWay: z.int().meta({ description: "Calls from dispatch to the end." }),
    requested: z.int().meta({ description: "Calls that no hospital has accepted yet." }),
  }),
  messages: z.object({
    failed: z.int().meta({ description: "To be tried again; at most 10,000." }),
    givenUp: z.int().meta({ description: "Given up within a day; at most 10,000." }),
  }),
  waiting: z
    .object({ doctors: z.int(), hospitals: z.int(), changes: z.int(), reviews: z.int() })
    .meta({ description: "What needs a decision: verifications, changes of profiles, emergency accesses." }),
});
export type Overview = z.infer<typeof overviewOutput>;
