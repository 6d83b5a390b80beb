import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

/** Where some thousand rows of an archived month lie: compressed by themselves, in the order of their positions. */
export type Piece = { offset: bigint; bytes: bigint; sha256: string };

const unzip = promisify(gunzip);

/**
 * Reads a piece of an archived month, a row of JSON per line. Returns `missing` when the folder has no such file, and `damaged` for
 * one that isn't as it was written there.
 */
export async function readPiece(path: { folder: string; file: string }, piece: Piece) {
  const handle = await open(join(path.folder, path.file)).catch(() => null);
  if (!handle) return "missing";
  try {
    const bytes = Buffer.alloc(Number(piece.bytes));
    await handle.read(bytes, 0, bytes.length, Number(piece.offset));
    if (createHash("sha256").update(bytes).digest("hex") !== piece.sha256) return "damaged";
    return (await unzip(bytes)).toString("utf8").trimEnd().split("\n");
  } catch {
    return "damaged";
  } finally {
    await handle.close();
  }
}
