import type { DocumentKind } from "./status";

export const DOCUMENT_KIND_LABELS: Record<DocumentKind, string> = {
  LETTER: "Letter",
  REPORT: "Report or result",
  PHOTO: "Photo",
  OTHER: "Other",
};

/** The address that answers with the content of a patient's document. */
export const documentHref = (id: string): string => `/api/documents/${id}`;
