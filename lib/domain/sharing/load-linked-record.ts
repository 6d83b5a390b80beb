import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { listAllergies, listConditions } from "@/lib/domain/background/queries";
import { listLinkedMedicines, listLinkedNotes } from "@/lib/domain/records/list-linked";
import { listMeasurements } from "@/lib/domain/records/list-measurements";
import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import { sql } from "@/lib/platform/db/sql";
import type { PageQuery } from "@/lib/platform/input/page";
import { readerOf } from "./internal/open-link";
import { openingBySecret } from "./statements";
import type { LinkPart } from "./status";

/** A link that this browser has opened: what it reads, or why no longer. */
export type LinkReading = {
  id: string;
  actor: Actor;
  patient: { id: string; name: string; bornOn: string | null };
  parts: LinkPart[];
  isOpen: boolean;
  wasRevoked: boolean;
  expiresAt: string;
  /** What joins the link's channel, in place of the secret itself. */
  channelKey: string;
};

/** Returns what a browser with this secret reads by a link; null without one that fits. */
export async function findLinkReading(linkId: string, secret: string | undefined): Promise<LinkReading | null> {
  const channelKey = secret === undefined ? "" : hashSecretToken(secret);
  const [row] = secret === undefined ? [] : await openingBySecret(sql, channelKey);
  if (row?.id !== linkId) return null;
  const { id, openingId, patientId, patientName, bornOn, parts, state, wasRevoked, expiresAt } = row;
  return {
    id,
    actor: readerOf(openingId),
    patient: { id: patientId, name: patientName, bornOn: bornOn?.toISOString().slice(0, 10) ?? null },
    parts,
    isOpen: state === "ACTIVE",
    wasRevoked,
    expiresAt: expiresAt.toISOString(),
    channelKey,
  };
}

/** Returns the ID of the link whose channel this key joins; null for any other key. */
export async function findLinkOfKey(channelKey: string): Promise<string | null> {
  const [row] = await openingBySecret(sql, channelKey);
  return row?.id ?? null;
}

/**
 * Loads what a link opens, each part by itself; null is what it doesn't. Every look is logged. Throws `not-found` when it has ended
 * meanwhile, and then answers nothing.
 */
export async function loadLinkedRecord({ actor, patient: { id }, parts }: LinkReading, visits: PageQuery, now: Date) {
  const has = (part: LinkPart) => parts.includes(part);
  await inTransaction(actor, (tx) =>
    tx.linkOpening.updateMany({ where: { id: actor.openingId ?? "" }, data: { lastReadAt: now } }),
  );
  const [allergies, conditions, medicines, measurements, notes] = await Promise.all([
    has("ALLERGIES") ? listAllergies(actor, id) : null,
    has("CONDITIONS") ? listConditions(actor, id) : null,
    has("MEDICINES") ? listLinkedMedicines(actor, id, now) : null,
    has("MEASUREMENTS") ? listMeasurements(actor, id) : null,
    has("VISITS") ? listLinkedNotes(actor, id, visits) : null,
  ]);
  return { allergies, conditions, medicines, measurements, notes };
}

/** What a link shows. */
export type LinkedRecord = Awaited<ReturnType<typeof loadLinkedRecord>>;
