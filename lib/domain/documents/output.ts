import { instantText } from "@/lib/platform/time/iso-text";
import type { DocumentRow } from "./queries";
import type { DocumentOutput } from "./schema";

/** A document as the API and the screens read it, without its content. */
export function toDocumentOutput({ datedOn, createdAt, ...row }: DocumentRow): DocumentOutput {
  return { ...row, datedOn: datedOn.toISOString().slice(0, 10), addedAt: instantText(createdAt) };
}
