import { z } from "zod";
import { exportedCallOutput } from "@/lib/domain/ambulances/schema";
import { exportedAppointmentOutput } from "@/lib/domain/appointments/schema";
import { accessOutput } from "@/lib/domain/audit/schema";
import { allergyList, conditionOutput } from "@/lib/domain/background/schema";
import { exportedStayOutput } from "@/lib/domain/beds/schema-export";
import { exportedConversation } from "@/lib/domain/conversations/schema";
import { documentOutput } from "@/lib/domain/documents/schema";
import { emergencyOutput } from "@/lib/domain/emergency-access/schema";
import { accessOutput as familyAccess } from "@/lib/domain/family/schema";
import { exportedAnswersOutput } from "@/lib/domain/questionnaires/schema";
import { exportedRegistration } from "@/lib/domain/registrations/schema";
import { exportedNoteOutput } from "@/lib/domain/records/schema";
import { grantOutput } from "@/lib/domain/sharing/schema";
import { linkOutput } from "@/lib/domain/sharing/schema-links";
import { recallOutput } from "@/lib/domain/recalls/schema";
import { entryOutput } from "@/lib/domain/waitlist/schema";
import { instant, localDate, uuid } from "@/lib/platform/input/text";

/** The version of the export's format: a new one whenever a field goes or changes its meaning. */
export const EXPORT_VERSION = 1;

/** Everything of one patient that the person who downloads it may see, as one JSON document. Its parts are those of the API. */
export const recordExportOutput = z.object({
  format: z.literal("caresync-record"),
  version: z.literal(EXPORT_VERSION),
  exportedAt: instant,
  patient: z.object({
    id: uuid,
    name: z.string(),
    bornOn: localDate.nullable(),
    phone: z.string().nullable(),
    createdAt: instant,
  }),
  familyAccesses: z.array(familyAccess),
  sharing: z.array(grantOutput),
  links: z.array(linkOutput).meta({ description: "The links to parts of the record, without their secrets." }),
  emergencies: z.array(emergencyOutput),
  appointments: z.array(exportedAppointmentOutput),
  waitlist: z.array(entryOutput).meta({ description: "Where earlier times were asked for." }),
  recalls: z.array(recallOutput).meta({ description: "When and why doctors asked the patient to come again." }),
  stays: z.array(exportedStayOutput),
  ambulanceCalls: z.array(exportedCallOutput),
  registrations: z.array(exportedRegistration).meta({ description: "The hospitals where the patient is registered." }),
  visits: z
    .array(exportedNoteOutput)
    .meta({ description: "The signed notes, with all that was found and prescribed." }),
  documents: z.array(documentOutput).meta({ description: "The patient's own documents, without their content." }),
  answers: z.array(exportedAnswersOutput).meta({ description: "What was asked before visits, and answered." }),
  conversations: z.array(exportedConversation).meta({ description: "The messages about visits, files by name." }),
  allergies: allergyList,
  conditions: z.array(conditionOutput),
  accessLog: z.array(accessOutput),
  complete: z.literal(true).meta({ description: "Comes last: a file without it was cut off." }),
});
export type RecordExport = z.infer<typeof recordExportOutput>;
