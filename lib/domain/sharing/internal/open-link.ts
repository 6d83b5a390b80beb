import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { passwordMatches } from "@/lib/platform/auth/password";
import { hashSecretToken, newSecretToken } from "@/lib/platform/auth/secret-token";
import type { Sql } from "@/lib/platform/db/sql";
import { sql } from "@/lib/platform/db/sql";
import type { RowOf } from "@/lib/platform/db/statement";
import { AppError, notFound } from "@/lib/platform/errors/app-error";
import { forgetFailures, takeAttempt } from "@/lib/platform/rate-limit/attempt-limit";
import { linkEvent } from "../events";
import { deviceKindOf, PASSCODE_LIMIT } from "../rules";
import type { LinkCover } from "../schema-links";
import { linkBySecret, openingBySecret } from "../statements";

/** What a browser keeps of a link it has opened, by the link's ID. */
type Kept = (linkId: string) => string | undefined;
type Link = RowOf<typeof linkBySecret>;

/** Who reads by a link: nobody with an account, nor the platform. */
const READER: Actor = { ...SYSTEM_ACTOR, via: "link" };

/** Who reads by this opening of a link. The database decides what. */
export const readerOf = (openingId: string): Actor => ({ ...READER, openingId });

/** Returns what a link says before it is opened, which changes nothing. Throws `not-found` for one that never was. */
export async function getLinkCover(token: string, kept: Kept): Promise<LinkCover> {
  const link = await requireLink(sql, token);
  const { id, parts, state, expiresAt, passcodeHash, wasRevoked, maxDevices, openings } = link;
  return {
    parts,
    state,
    expiresAt: expiresAt.toISOString(),
    hasPasscode: passcodeHash !== null,
    wasRevoked,
    isForOneDevice: maxDevices === 1,
    isUsedUp: openings >= maxDevices,
    openHere: (await isOpenIn(sql, link, kept)) ? id : null,
  };
}

/** A link that a browser has opened, and what the browser keeps of it; `secret` is null where it has it already. */
export type OpenedLink = { id: string; secret: string | null; expiresAt: Date };

/**
 * Opens a link in one more browser; in one that has opened it before, nothing changes. Of two that open the last free one at
 * the same moment, one does. Throws `not-found` for a link that is over, `invalid-transition` when others have opened it,
 * `invalid` for a wrong passcode, `rate-limited` after several.
 */
export async function openLink(
  { token, passcode, userAgent }: { token: string; passcode?: string | undefined; userAgent: string },
  kept: Kept,
): Promise<OpenedLink> {
  const link = await requireLink(sql, token);
  const { id, expiresAt } = link;
  requireOpen(link);
  if (await isOpenIn(sql, link, kept)) return { id, secret: null, expiresAt };
  requireRoom(link);
  await requirePasscode(link, passcode);
  const { token: secret, tokenHash: secretHash } = newSecretToken();
  await inTransaction(
    READER,
    async (tx) => {
      const now = await requireLink(tx, token);
      requireOpen(now);
      requireRoom(now);
      await tx.linkOpening.createMany({ data: [{ linkId: id, secretHash, device: deviceKindOf(userAgent) }] });
      const audit = { action: "record-link.open", subject: "record-link", subjectId: id, patientId: link.patientId };
      await recordChange(tx, READER, audit, [linkEvent("record-link.opened", link)]);
    },
    { locks: [`record-link:${id}`] },
  );
  return { id, secret, expiresAt };
}

async function requireLink(client: Sql, token: string): Promise<Link> {
  const [link] = await linkBySecret(client, hashSecretToken(token));
  if (!link) throw notFound();
  return link;
}

function requireOpen({ state }: Link): void {
  if (state !== "ACTIVE") throw new AppError("not-found", "This link opens nothing any more.");
}

function requireRoom({ openings, maxDevices }: Link): void {
  if (openings >= maxDevices)
    throw new AppError("invalid-transition", "This link was opened on another device already. Ask for a new one.");
}

/** Slows guessing down for a person who has a link; the right passcode forgets what was wrong before. */
async function requirePasscode({ id, passcodeHash }: Link, passcode: string | undefined): Promise<void> {
  if (passcodeHash === null) return;
  const wrong = (message: string) => new AppError("invalid", undefined, { fields: [{ path: "passcode", message }] });
  if (!passcode) throw wrong("Enter the passcode you were given");
  await takeAttempt({ ...PASSCODE_LIMIT, key: id });
  if (!(await passwordMatches(passcode, passcodeHash))) throw wrong("That isn't the passcode");
  await forgetFailures({ name: PASSCODE_LIMIT.name, key: id });
}

async function isOpenIn(client: Sql, { id }: Link, kept: Kept): Promise<boolean> {
  const secret = kept(id);
  const [opening] = secret === undefined ? [] : await openingBySecret(client, hashSecretToken(secret));
  return opening?.id === id;
}
