import { v7 as uuidv7 } from "uuid";
import { newSecretToken } from "@/lib/platform/auth/secret-token";
import { config } from "@/lib/platform/config/config";
import type { Sql } from "@/lib/platform/db/sql";
import { routes } from "@/lib/site/routes";
import { insertLinks } from "./statements";
import type { LinkPurpose } from "./status";

/** Of an account that books for the patient, or of the phone of someone without one. */
type Holder = { userId: string; phone?: null } | { userId?: null; phone: string };
export type NewLink = Holder & { appointmentId: string; startsAt: Date; purpose: LinkPurpose };

/**
 * Makes links to confirm, move or cancel appointments without signing in, in the transaction that queues the messages they are
 * in. Each is for one appointment at this time and ends with its start. Returns their addresses in the same order: only here are the
 * secrets known, the database keeps hashes.
 */
export async function makeLinks(tx: Sql, wanted: NewLink[]): Promise<string[]> {
  if (wanted.length === 0) return [];
  const made = wanted.map((link) => ({ ...link, id: uuidv7(), ...newSecretToken() }));
  await insertLinks(tx, JSON.stringify(made.map(({ token: _token, ...row }) => row)));
  return made.map(({ token }) => `${config.site.origin}${routes.visitLink()}#${token}`);
}
