import { visiblePatientIds, type Actor } from "@/lib/actor/actor";
import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import { db, type Db } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { listOwnPatientsIn } from "@/lib/domain/patients/queries";
import { portalsOf, type Portal } from "./format";
import { ownOf } from "./policy";
import type { Account } from "./schema";

const HELD = { id: true, slug: true, name: true, verification: true, verificationReason: true } as const;

/** Returns the actor's own account with its roles. Throws `not-found` for the system. */
export function getOwnAccount(actor: Actor): Promise<Account> {
  return getOwnAccountIn(db, actor);
}

/** As `getOwnAccount`, with the client of a transaction. */
export async function getOwnAccountIn(client: Db, actor: Actor): Promise<Account> {
  const user = await client.user.findFirst({
    where: ownOf(actor),
    select: {
      id: true,
      name: true,
      email: true,
      phone: true,
      timeZone: true,
      isAdmin: true,
      version: true,
      createdAt: true,
      emailChanges: { where: { status: "PENDING", expiresAt: { gt: new Date() } }, select: { expiresAt: true } },
      doctor: { select: HELD },
      staff: { select: { role: true, hospital: { select: HELD } } },
    },
  });
  if (!user) throw notFound();
  const { staff, createdAt, emailChanges, ...rest } = user;
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    emailChangeUntil: emailChanges[0]?.expiresAt.toISOString() ?? null,
    patients: await listOwnPatientsIn(client, actor, visiblePatientIds(actor)),
    hospital: staff ? { ...staff.hospital, role: staff.role } : null,
  };
}

export type AccountHeader = {
  name: string;
  email: string;
  timeZone: string;
  portals: Portal[];
  doctor: Account["doctor"];
  hospital: Account["hospital"];
};

/** Returns what a portal's header shows: name, address, the portals to switch between, and what awaits verification. */
export async function loadAccountHeader(actor: Actor): Promise<AccountHeader> {
  const account = await getOwnAccount(actor);
  return {
    name: account.name,
    email: account.email,
    timeZone: account.timeZone,
    portals: portalsOf(actor),
    doctor: account.doctor,
    hospital: account.hospital,
  };
}

/** Returns the catalogue's specialties, for the sign-up form. */
export async function listSpecialtyChoices(): Promise<{ value: string; label: string }[]> {
  const rows = await db.specialty.findMany({ orderBy: { name: "asc" }, select: { slug: true, name: true }, take: 200 });
  return rows.map((row) => ({ value: row.slug, label: row.name }));
}

/** Tells whether a reset link still works, for its page; reveals nothing about its owner. */
export async function isResetUsable(token: string): Promise<boolean> {
  const found = await db.passwordReset.findFirst({
    where: {
      tokenHash: hashSecretToken(token),
      usedAt: null,
      expiresAt: { gt: new Date() },
      user: { status: "ACTIVE" },
    },
    select: { id: true },
  });
  return found !== null;
}
