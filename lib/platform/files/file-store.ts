/**
 * Where encrypted bytes are kept, under IDs that say nothing. What stores something first notes its ID in the database,
 * so that nothing is ever kept that no row knows of.
 */
export type FileStore = {
  /** Stores the bytes under this ID, whole or not at all; they survive a power cut once this is answered. */
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** Reads them; null when there are none. */
  open(id: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** Removes them, also what an interrupted `put` left; what isn't there is no error. */
  remove(id: string): Promise<void>;
};
