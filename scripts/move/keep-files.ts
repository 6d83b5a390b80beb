import type pg from "pg";
import { fingerprintOf } from "@/lib/platform/encryption/fingerprint";
import { keepFile } from "@/lib/platform/files/keep-file";
import type { MovedFile } from "./read-parts";

/**
 * Stores a file under a new key and its old ID. Its row is there at once and shows nothing: should the import fail, the sweep removes
 * it as it does with an interrupted upload.
 */
export async function storeMovedFile(client: pg.ClientBase, { id, context, content }: MovedFile): Promise<void> {
  await keepFile(id, content);
  const fingerprint = context === null ? null : fingerprintOf(content, context);
  await client.query(`INSERT INTO moved_file VALUES ($1, $2)`, [id, fingerprint]);
}

/** Marks the stored files as used, with the rows that show them. */
export async function claimMovedFiles(client: pg.ClientBase): Promise<void> {
  await client.query(
    `UPDATE "StoredFile" SET "claimedAt" = now() WHERE "claimedAt" IS NULL AND "id" IN (SELECT "id" FROM moved_file)`,
  );
}
