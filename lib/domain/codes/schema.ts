import { z } from "zod";
import { queryInt } from "@/lib/platform/input/query";
import { idAndVersion, instant, optionalText, shortText, uuid, version } from "@/lib/platform/input/text";
import { CODE_SYSTEMS, EDITION_STATUSES, FILE_FORMATS } from "./status";

/** A file goes up in parts of one size; the last one is shorter. */
export const PART_BYTES = 1024 * 1024;
export const MAX_FILE_BYTES = 64 * PART_BYTES;
/** How many results a search gives when it doesn't say, and at most. */
export const DEFAULT_RESULTS = 12;
const MAX_RESULTS = 50;

const system = z.enum(CODE_SYSTEMS);
const code = z.string().regex(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/, "Must be a code such as I21.9");

/** A chosen diagnosis, as it is stored: complete in itself, whichever edition is active later. */
export const diagnosis = z.strictObject({
  system,
  version: shortText(40).meta({ description: "The edition of the code system, such as `2026`." }),
  code,
  name: shortText(400),
});
export type Diagnosis = z.output<typeof diagnosis>;

/** One that was found, whatever its limits were when it was loaded. */
export const foundDiagnosis = z.strictObject({
  system,
  version: z.string().meta({ description: "The edition of the code system, such as `2026`." }),
  code: z.string(),
  name: z.string(),
  isHeading: z.boolean().meta({ description: "A heading above more specific codes." }),
  isRecent: z.boolean().meta({ description: "You have used it before." }),
});
export type FoundDiagnosis = z.output<typeof foundDiagnosis>;

export const diagnosisQuery = z.strictObject({
  q: optionalText(100)
    .default("")
    .meta({ description: "A code, or words in any order. If empty, the codes you used last." }),
  limit: queryInt(1, MAX_RESULTS)
    .default(DEFAULT_RESULTS)
    .meta({ "x-shape": { type: "integer", minimum: 1, maximum: MAX_RESULTS, default: DEFAULT_RESULTS } }),
});
export const diagnosisList = z.object({ items: z.array(foundDiagnosis) });

export const searchInput = z.strictObject({ words: optionalText(100) });
export const chosenInput = diagnosis.pick({ system: true, code: true });

export const startEditionBody = z.strictObject({
  format: z.enum(FILE_FORMATS).meta({
    description: "`ORDER_FILE` is the ICD-10-CM order file, `CLAML` the ICD-10 of the WHO in XML.",
  }),
  release: shortText(40).meta({ description: "The edition, such as `2026`." }),
  fileBytes: z.int().min(1, "The file is empty").max(MAX_FILE_BYTES, "The file has more than 64 MB"),
});
export type StartEditionInput = z.output<typeof startEditionBody>;

export const partBody = z.strictObject({
  content: z
    .base64("Must be the bytes of the part in base64")
    .min(1, "The part is empty")
    .max(Math.ceil(PART_BYTES / 3) * 4, "A part can have at most 1 MB"),
});

const count = z.int().min(0);
export const editionOutput = z.strictObject({
  id: uuid,
  system,
  release: z.string(),
  status: z.enum(EDITION_STATUSES),
  isActive: z.boolean().meta({ description: "Doctors search in it." }),
  isBuiltIn: z.boolean().meta({ description: "The selection that comes with the product." }),
  fileBytes: count,
  processedBytes: count.meta({ description: "How much of the file has been read." }),
  codeCount: count,
  fault: z.string().nullable().meta({ description: "Why it failed." }),
  version,
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type EditionOutput = z.output<typeof editionOutput>;
export const editionList = z.object({ items: z.array(editionOutput) });

/** Which edition an action is about. */
export const editionForm = z.strictObject(idAndVersion);
