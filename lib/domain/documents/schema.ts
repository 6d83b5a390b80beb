import { z } from "zod";
import { uploadedFile } from "@/lib/platform/input/file";
import { queryInt } from "@/lib/platform/input/query";
import { instant, localDate, nameText, uuid } from "@/lib/platform/input/text";
import { DOCUMENT_KINDS } from "./status";

/** A document as it is added, in a form. */
export const addDocumentBody = z.strictObject({
  file: uploadedFile,
  title: nameText(120),
  kind: z.enum(DOCUMENT_KINDS),
  datedOn: localDate.meta({ description: "The date the document has." }),
});
export type AddDocumentInput = z.infer<typeof addDocumentBody> & { patientId: string };

export const removeDocumentInput = z.strictObject({ id: uuid });

export const documentListQuery = z.strictObject({
  limit: queryInt(1, 100).default(20),
  cursor: z.string().max(1024).optional(),
});

/** A patient's document as the API answers with it, without its content. */
export const documentOutput = z.object({
  id: uuid,
  patientId: uuid,
  title: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  datedOn: localDate,
  type: z.string(),
  size: z.int(),
  addedAt: instant,
});
export type DocumentOutput = z.infer<typeof documentOutput>;
