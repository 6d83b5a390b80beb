import { z } from "zod";
import type { Actor } from "@/lib/actor/actor";
import { inTransaction } from "@/lib/actor/transaction";
import { db, type Prisma } from "@/lib/platform/db/db";
import { startPage } from "@/lib/platform/input/page";
import { visibleTo } from "./policy";

/** Why the appointment or stay was declined or cancelled; row-level security asks who reads. */
const statusReason = { where: { kind: "STATUS_REASON" }, select: { text: true } } as const;

/** A To call entry with its content: the person, the number and the reason. */
export const toCallSelect = {
  id: true,
  reason: true,
  patientId: true,
  appointmentId: true,
  bedBookingId: true,
  ambulanceBookingId: true,
  hospitalId: true,
  doctorId: true,
  createdAt: true,
  doneAt: true,
  withdrawnAt: true,
  version: true,
  patient: { select: { name: true, phone: true } },
  doctor: { select: { name: true } },
  doneBy: { select: { name: true } },
  appointment: {
    select: {
      startsAt: true,
      texts: statusReason,
      schedule: { select: { timeZone: true } },
      doctor: { select: { timeZone: true } },
    },
  },
  bedBooking: { select: { startsAt: true, texts: statusReason, hospital: { select: { timeZone: true } } } },
  ambulanceBooking: { select: { contactName: true, contactPhone: true, statusReason: true } },
} satisfies Prisma.ToCallSelect;

export type ToCallRow = Prisma.ToCallGetPayload<{ select: typeof toCallSelect }>;

/** The lists an actor works through, one portal's or both. */
export type ToCallFilter = { status: "open" | "done"; hospitalId?: string | undefined; doctorId?: string | undefined };

const position = z.strictObject({ i: z.uuid() });

/** Returns open entries, oldest first; or done ones, newest first. */
export async function listToCall(
  actor: Actor,
  { status, ...list }: ToCallFilter,
  page: { limit: number; cursor?: string | undefined },
) {
  const { after, take, pageBy } = startPage(page, position);
  const order = status === "open" ? ("asc" as const) : ("desc" as const);
  const beyond = after ? [{ id: { [order === "asc" ? "gt" : "lt"]: after.i } }] : [];
  const where = { AND: [visibleTo(actor), narrowed(list), stateOf(status), ...beyond] };
  const rows = await inTransaction(actor, (tx) =>
    tx.toCall.findMany({ where, orderBy: { id: order }, take, select: toCallSelect }),
  );
  return pageBy(rows, (row) => ({ i: row.id }));
}

/** Counts the open entries, up to 100. */
export async function countToCall(actor: Actor, list: Omit<ToCallFilter, "status"> = {}): Promise<number> {
  const rows = await db.toCall.findMany({
    where: { AND: [visibleTo(actor), narrowed(list), stateOf("open")] },
    select: { id: true },
    take: 100,
  });
  return rows.length;
}

/** Whether someone about this appointment has to be called. Unsafe: of any appointment. */
export async function unsafeIsToBeCalled(appointmentId: string): Promise<boolean> {
  const where = { appointmentId, ...stateOf("open") };
  return (await db.toCall.findFirst({ where, select: { id: true } })) !== null;
}

function narrowed({ hospitalId, doctorId }: Omit<ToCallFilter, "status">): Prisma.ToCallWhereInput {
  return { ...(hospitalId ? { hospitalId } : {}), ...(doctorId ? { doctorId } : {}) };
}

function stateOf(status: ToCallFilter["status"]): Prisma.ToCallWhereInput {
  return status === "open" ? { doneAt: null, withdrawnAt: null } : { doneAt: { not: null } };
}
