import { z } from "zod";
import { bedBookingOutput } from "./schema";

/** A hospital stay in the export of a record. */
export const exportedStayOutput = bedBookingOutput.extend({
  hospitalName: z.string(),
  wardName: z.string().nullable(),
  bedLabel: z.string().nullable(),
});
export type ExportedStay = z.infer<typeof exportedStayOutput>;
