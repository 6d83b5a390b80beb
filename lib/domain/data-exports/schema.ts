import { z } from "zod";
import { cursor, limit } from "@/lib/platform/input/query";
import { idAndVersion, ifGiven, instant, localDate, uuid, version } from "@/lib/platform/input/text";
import { EXPORT_FAULTS, EXPORT_FORMATS, EXPORT_KINDS, EXPORT_STATUSES, HOSPITAL_KINDS, PLATFORM_KINDS } from "./status";

/** Of each route that asks for one; the daily limit is stricter, and counts what was asked for. */
export const EXPORT_LIMIT = { name: "data-exports", limit: 30, windowSeconds: 3600 };

const asked = {
  format: z.enum(EXPORT_FORMATS, "Must be CSV or NDJSON"),
  hasMark: z
    .stringbool()
    .or(z.boolean())
    .optional()
    .meta({
      description: "Begin the file with the mark (BOM) by which spreadsheets recognise UTF-8. CSV only.",
      "x-shape": { type: "boolean" },
    }),
  fromOn: ifGiven(localDate).meta({ description: "The first day, by the hospital's clock; the platform's is UTC." }),
  untilOn: ifGiven(localDate).meta({ description: "The last day." }),
  password: z.string({ error: "Enter your password" }).max(256, "At most 256 characters").meta({
    description: "Your password, asked for again because the file leaves CareSync.",
  }),
};

export const hospitalExportBody = z.strictObject({ kind: z.enum(HOSPITAL_KINDS, "Choose what to export"), ...asked });
export const platformExportBody = z.strictObject({ kind: z.enum(PLATFORM_KINDS, "Choose what to export"), ...asked });
export const hospitalExportForm = hospitalExportBody.extend({ hospitalId: uuid });
export type ExportInput = (z.output<typeof hospitalExportBody> | z.output<typeof platformExportBody>) & {
  hospitalId: string | null;
};

export const exportListQuery = z.strictObject({ limit, cursor: cursor.optional() });
export const exportForm = z.strictObject(idAndVersion);

const count = z.int().min(0);
export const dataExportOutput = z.strictObject({
  id: uuid,
  hospital: z.strictObject({ id: uuid, name: z.string() }).nullable().meta({ description: "Null: the platform's." }),
  kind: z.enum(EXPORT_KINDS),
  format: z.enum(EXPORT_FORMATS),
  status: z.enum(EXPORT_STATUSES).meta({
    description: "WAITING → RUNNING → READY until EXPIRED; or FAILED (see `fault`), or CANCELLED.",
  }),
  fault: z.enum(EXPORT_FAULTS).nullable().meta({ description: "RIGHT_ENDED: who asked for it may no longer have it." }),
  rowCount: count.meta({ description: "How many rows have been written so far." }),
  expectedCount: count.nullable().meta({ description: "How many there were when it began. Null before." }),
  byteCount: count,
  fromAt: instant.nullable(),
  toAt: instant.nullable().meta({ description: "The end of the period, not included." }),
  requestedBy: z.string().meta({ description: "Who asked for it. They alone download it." }),
  isOwn: z.boolean(),
  version,
  createdAt: instant,
  startedAt: instant.nullable(),
  finishedAt: instant.nullable(),
  expiresAt: instant.nullable().meta({ description: "Until when it can be downloaded." }),
  downloadedAt: instant.nullable().meta({ description: "When it was last downloaded." }),
});
export type DataExportOutput = z.infer<typeof dataExportOutput>;
