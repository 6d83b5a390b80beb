import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import type { Prisma, Tx } from "@/lib/platform/db/db";
import { notFound } from "@/lib/platform/errors/app-error";
import { startSortedPage, type Page, type PageQuery } from "@/lib/platform/input/page";
import { instantText } from "@/lib/platform/time/iso-text";
import { z } from "zod";
import { canReview, canSeeEmergencies, openedBy } from "./policy";
import type { Emergency, Review } from "./schema";
import { looksBy, toldOf } from "./statements";
import type { ReviewState } from "./status";

export const emergencySelect = {
  id: true,
  patientId: true,
  doctorId: true,
  openedAt: true,
  expiresAt: true,
  endedAt: true,
  verdict: true,
  reviewedAt: true,
  patient: { select: { name: true } },
  doctor: { select: { name: true } },
  text: { select: { reason: true, remark: true } },
} satisfies Prisma.EmergencyAccessSelect;
type Row = Prisma.EmergencyAccessGetPayload<{ select: typeof emergencySelect }>;

const LATEST_FIRST = {
  column: "openedAt",
  direction: "desc",
  keys: ["o", "i"],
  value: z.iso.datetime(),
} as const;

/** An access as it is answered. */
export function toEmergency({ patient, doctor, text, expiresAt, endedAt, ...row }: Row, now: Date): Emergency {
  return {
    ...row,
    patientName: patient.name,
    doctorName: doctor.name,
    openedAt: instantText(row.openedAt),
    endsAt: instantText(endedAt ?? expiresAt),
    isOpen: endedAt === null && expiresAt > now,
    reason: text?.reason ?? "",
    remark: text?.remark ?? null,
    reviewedAt: row.reviewedAt && instantText(row.reviewedAt),
  };
}

/** Returns a page of the records the acting doctor has opened in an emergency, the latest first. Throws `not-found`. */
export async function listOwnEmergencies(actor: Actor, query: PageQuery): Promise<Page<Emergency>> {
  if (!actor.doctorId) throw notFound();
  return listWhere(actor, openedBy(actor), query);
}

/** Returns a page of who opened a patient's record in an emergency, for those who read it. Throws `not-found`. */
export async function listEmergenciesOf(actor: Actor, patientId: string, query: PageQuery): Promise<Page<Emergency>> {
  if (!canSeeEmergencies(actor, patientId)) throw notFound();
  return listWhere(actor, { patientId }, query);
}

async function listWhere(
  actor: Actor,
  where: Prisma.EmergencyAccessWhereInput,
  query: PageQuery,
): Promise<Page<Emergency>> {
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, LATEST_FIRST);
  const rows = await inTransaction(actor, (tx) =>
    tx.emergencyAccess.findMany({ where: { AND: [where, beyond] }, orderBy, take, select: emergencySelect }),
  );
  const page = pageOf(rows);
  const now = new Date();
  return { ...page, items: page.items.map((row) => toEmergency(row, now)) };
}

/**
 * Returns a page of what waits for a review, or was reviewed, the latest first, with the number of looks and nothing of the
 * record. Throws `not-found` for everyone but administrators.
 */
export async function listReviews(
  actor: Actor,
  { state, ...query }: PageQuery & { state: ReviewState },
): Promise<Page<Review>> {
  if (!canReview(actor)) throw notFound();
  const { beyond, orderBy, take, pageOf } = startSortedPage(query, LATEST_FIRST);
  const verdict = state === "open" ? null : { not: null };
  return inTransaction(actor, async (tx) => {
    const rows = await tx.emergencyAccess.findMany({
      where: { AND: [{ verdict }, beyond] },
      orderBy,
      take,
      select: emergencySelect,
    });
    const page = pageOf(rows);
    return { ...page, items: await toReviews(tx, actor, page.items) };
  });
}

/** Returns one of them. Throws `not-found` for everyone but administrators. */
export function getReview(actor: Actor, id: string): Promise<Review> {
  return inTransaction(actor, async (tx) => {
    const row = canReview(actor) && (await tx.emergencyAccess.findUnique({ where: { id }, select: emergencySelect }));
    const [review] = row ? await toReviews(tx, actor, [row]) : [];
    if (!review) throw notFound();
    return review;
  });
}

async function toReviews(tx: Tx, actor: Actor, rows: Row[]): Promise<Review[]> {
  const now = new Date();
  const ids = rows.map(({ id }) => id);
  const looks = new Map((await looksBy(tx, ids)).map((one) => [one.id, one.looks]));
  const told = new Map((await toldOf(tx, ids)).map((one) => [one.id, one]));
  return rows.map((row) => ({
    ...toEmergency(row, now),
    looks: looks.get(row.id) ?? 0,
    canReview: row.verdict === null && canReview(actor, row),
    ...toTold(told.get(row.id), canReview(actor, row)),
  }));
}

/** The number is shown for as long as someone has to be phoned. */
function toTold(told: Awaited<ReturnType<typeof toldOf>>[number] | undefined, mayNote: boolean) {
  const isTold = told !== undefined && (told.isReachable || told.toldAt !== null);
  return {
    isTold,
    canNoteTold: !isTold && mayNote,
    phone: isTold ? null : (told?.phone ?? null),
    toldAt: told?.toldAt ? instantText(told.toldAt) : null,
    toldBy: told?.toldBy ?? null,
  };
}

/** Counts what waits for a review, for the badge; zero for everyone but administrators. */
export function countOpenReviews(actor: Actor): Promise<number> {
  if (!canReview(actor)) return Promise.resolve(0);
  return inTransaction(actor, (tx) => tx.emergencyAccess.count({ where: { verdict: null } }));
}

/** Returns what the acting doctor has open of one patient's record, for the way to close it; null without any. */
export async function findOpenEmergency(actor: Actor, patientId: string): Promise<Emergency | null> {
  const { items } = await listWhere(actor, { AND: [openedBy(actor), { patientId, endedAt: null }] }, { limit: 1 });
  return items.find(({ isOpen }) => isOpen) ?? null;
}
