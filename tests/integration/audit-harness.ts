import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { recordChange, type AuditDraft } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { db } from "@/lib/platform/db/db";

/** Connected as the tables' owner by `connectOwner`. */
export const owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });

/** Call it in the file's own scope. */
export function connectOwner(): void {
  beforeAll(() => owner.connect());
  afterAll(() => owner.end());
}

export const record = (actor: Actor = SYSTEM_ACTOR, audit: Partial<AuditDraft> = {}) =>
  inTransaction(actor, (tx) => recordChange(tx, actor, { action: "test.done", subject: "test", ...audit }));

/** The newest entry. */
export const last = () => db.auditEntry.findFirstOrThrow({ orderBy: { position: "desc" } });

export const seals = () => db.auditSeal.findMany({ orderBy: { number: "asc" } });

/** What only the tables' owner can do, and only on purpose. */
export async function asOwner(...statements: string[]): Promise<void> {
  const tables = ['"AuditEntry"', '"AuditSeal"'];
  for (const table of tables) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const statement of statements) await owner.query(statement);
  for (const table of tables) await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

/** SQL that inserts a copy of an entry, with these columns changed. */
export const copyOf = (position: bigint | string, changes: Record<string, string>) => {
  const columns = ["action", "subject", "via", "details", "cluster", "txid", "occurredAt", "position"];
  const values = columns.map((name) => changes[name] ?? `"${name}"`);
  return `INSERT INTO "AuditEntry" (${columns.map((name) => `"${name}"`).join(", ")})
    SELECT ${values.join(", ")} FROM "AuditEntry" WHERE "position" = ${position}`;
};
