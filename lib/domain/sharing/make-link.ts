import type { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { hashPassword } from "@/lib/platform/auth/password";
import { newSecretToken } from "@/lib/platform/auth/secret-token";
import { config } from "@/lib/platform/config/config";
import type { Tx } from "@/lib/platform/db/db";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { routes } from "@/lib/site/routes";
import { linkEvent } from "./events";
import { requireRight, sharingLock } from "./internal/require-right";
import { listLinksIn } from "./list-links";
import { MAX_LINKS } from "./rules";
import type { makeLinkInput, NewRecordLink } from "./schema-links";
import { LINK_PARTS } from "./status";

type Input = z.output<typeof makeLinkInput>;

/**
 * Makes a link that opens parts of a record without an account, and answers it this once: only a hash is kept. Throws
 * `not-found`, `forbidden`, `invalid` (visits), `quota-reached`.
 */
export async function makeLink(actor: Actor, input: Input): Promise<NewRecordLink> {
  const { patientId, passcode } = input;
  const passcodeHash = passcode === undefined ? null : await hashPassword(passcode);
  const { token, tokenHash } = newSecretToken();
  const link = await inTransaction(
    actor,
    async (tx) => {
      await requireRight(tx, actor, patientId);
      const id = await insertLink(tx, actor, input, { tokenHash, passcodeHash });
      const [row] = await listLinksIn(tx, actor, { patientIds: [patientId], id, after: null, take: 1 });
      if (!row) throw notFound();
      return row;
    },
    { locks: [sharingLock(patientId)] },
  );
  // In the fragment, which browsers send to no server.
  return { ...link, url: `${config.site.origin}${routes.shared.link()}#${token}` };
}

async function insertLink(
  tx: Tx,
  actor: Actor,
  { patientId, parts, visitIds, minutes, maxDevices }: Input,
  data: { tokenHash: string; passcodeHash: string | null },
): Promise<string> {
  await requireVisits(tx, { patientId, parts, visitIds });
  const open = await tx.recordLink.count({ where: { patientId, endedAt: null, expiresAt: { gt: new Date() } } });
  if (open >= MAX_LINKS)
    throw new AppError("quota-reached", `A record has at most ${MAX_LINKS} links at a time. End one of them first.`);
  const { id } = await tx.recordLink.create({
    data: {
      ...data,
      patientId,
      parts: LINK_PARTS.filter((part) => parts.includes(part)),
      visitIds: [...new Set(visitIds)],
      minutes,
      maxDevices,
      createdById: actor.userId ?? "",
    },
    select: { id: true },
  });
  const audit = { action: "record-link.create", subject: "record-link", subjectId: id, patientId };
  const details = { parts: parts.join(" "), minutes, maxDevices, hasPasscode: data.passcodeHash !== null };
  await recordChange(tx, actor, { ...audit, details }, [linkEvent("record-link.created", { id, patientId })]);
  return id;
}

/** Chosen visits are signed ones of this patient. */
async function requireVisits(tx: Tx, { patientId, parts, visitIds }: Pick<Input, "patientId" | "parts" | "visitIds">) {
  const wanted = [...new Set(visitIds)];
  if (wanted.length === 0) return;
  const count = await tx.encounter.count({
    where: { patientId, status: "SIGNED", appointmentId: { in: wanted } },
  });
  if (count === wanted.length && parts.includes("VISITS")) return;
  throw new AppError("invalid", undefined, { fields: [{ path: "visitIds", message: "Choose visits with a note" }] });
}
