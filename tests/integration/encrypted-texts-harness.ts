import pg from "pg";
import { addAddendum } from "@/lib/domain/records/add-addendum";
import { decryptTexts } from "@/lib/domain/records/decrypt-texts";
import { encounterSelect } from "@/lib/domain/records/queries";
import { ENCRYPTED_TEXTS } from "@/lib/domain/records/status";
import { inTransaction } from "@/lib/actor/transaction";
import { config } from "@/lib/platform/config/config";
import { signedVisit } from "./encounter-harness";

export type Visit = Awaited<ReturnType<typeof amendedVisit>>;

/** A visit with a signed note, a medicine and an addition. */
export async function amendedVisit() {
  const visit = await signedVisit();
  await addAddendum(visit.doctor.actor, { appointmentId: visit.appointmentId, text: "Called back." });
  return visit;
}

const keys = [...config.records.keys];

/** The configuration after a restart with these keys. */
export const restartWith = (...names: string[]) =>
  void config.records.keys.splice(0, 9, ...names.map((name) => ({ ...keys.find(({ id }) => id === name)! })));

/** Works as the owner of the tables, in a transaction that row-level security doesn't bind. */
export async function asOwner<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: process.env.MIGRATION_DATABASE_URL });
  await owner.connect();
  try {
    await owner.query("BEGIN");
    const { rows: guarded } = await owner.query<{ table: string }>(
      `SELECT oid::regclass::text AS "table" FROM pg_class WHERE relforcerowsecurity`,
    );
    const all = (change: string) =>
      owner.query(guarded.map(({ table }) => `ALTER TABLE ${table} ${change} ROW LEVEL SECURITY`).join(";"));
    await all("NO FORCE");
    const result = await work(owner);
    await all("FORCE");
    await owner.query("COMMIT");
    return result;
  } finally {
    await owner.end();
  }
}

/** Puts a visit's texts back to how an earlier release has stored them. */
export async function makePlain({ doctor, appointmentId }: Visit): Promise<void> {
  const stored = await inTransaction(doctor.actor, async (tx) => {
    const row = await tx.encounter.findUniqueOrThrow({ where: { appointmentId }, select: encounterSelect });
    return {
      Encounter: await decryptTexts(tx, "Encounter", [row]),
      Prescription: await decryptTexts(tx, "Prescription", row.prescriptions),
      Addendum: await decryptTexts(tx, "Addendum", row.addenda),
    };
  });
  await asOwner(async (owner) => {
    for (const [table, rows] of Object.entries(stored)) {
      await owner.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
      for (const row of rows as ({ id: string } & Record<string, unknown>)[]) {
        const own = Object.fromEntries(
          ENCRYPTED_TEXTS[table as keyof typeof ENCRYPTED_TEXTS].map((name) => [name, row[name]]),
        );
        const values = [row.id, JSON.stringify(own)];
        await owner.query(`UPDATE "${table}" SET "plainText" = $2, "encryptedText" = NULL WHERE "id" = $1`, values);
      }
      await owner.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
    }
  });
}
