import { config } from "@/lib/platform/config/config";
import { sqlState } from "@/lib/platform/db/driver-error";
import { sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import { readPiece } from "@/lib/platform/months/read-piece";
import { archivedPieces } from "@/lib/platform/months/statements";
import { archivedEntries } from "../statements";

type Piece = RowOf<typeof archivedPieces>;
export type ArchivedEntry = RowOf<typeof archivedEntries>;
export type Archived = {
  entries: ArchivedEntry[];
  /** From a position to another: what the archive should have there can't be read. */
  unread: Pick<Piece, "first" | "last">[];
  /** The same, each in a sentence. */
  faults: string[];
};

/** Reads the entries of archived months that lie with these positions, separated by commas, and their neighbours. */
export async function readArchived(positions: string): Promise<Archived> {
  const archived: Archived = { entries: [], unread: [], faults: [] };
  for (const piece of await archivedPieces(sql, "AuditEntry", positions)) {
    const read = await readEntries(piece);
    if (Array.isArray(read)) archived.entries.push(...read);
    else {
      archived.unread.push(piece);
      archived.faults.push(read === "missing" ? missingText(piece) : damagedText(piece));
    }
  }
  return archived;
}

async function readEntries(piece: Piece) {
  const lines = await readPiece({ folder: config.files.archive, file: piece.file }, piece);
  if (typeof lines === "string") return lines;
  try {
    return await archivedEntries(sql, lines);
  } catch (error) {
    // Not rows of this table: class 22 is about data.
    if (sqlState(error)?.startsWith("22")) return "damaged";
    throw error;
  }
}

const missingText = ({ file }: Piece) => `${file} is missing from the archive: its entries could not be compared.`;
const damagedText = ({ file, first, last }: Piece) =>
  `${file} is damaged: entries ${first} to ${last} could not be compared. Bring the file back from a backup.`;
