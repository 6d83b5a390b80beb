/** What a document is. */
export const DOCUMENT_KINDS = ["LETTER", "REPORT", "PHOTO", "OTHER"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** How many documents a patient may keep; the database has the same. */
export const MOST_DOCUMENTS = 200;
