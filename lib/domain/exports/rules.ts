/** How often one account may download records; each reads everything there is of a patient. */
export const EXPORT_LIMIT = { name: "record-exports", limit: 10, windowSeconds: 3600 };

/** How many things are read at a time: what is in memory at once, however long the record. */
export const EXPORT_PAGE = 50;

/** How many lines of the access log are read at a time: many, because each time all its entries are folded anew. */
export const LOG_PAGE = 2_000;
