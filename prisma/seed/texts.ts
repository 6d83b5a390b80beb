import type { BookingTextKind, Tx } from "@/lib/platform/db/db";
import type { Demo } from "./demo";
import { inParts } from "./in-parts";
import type { Texts } from "./worded";

/** Returns a booking without its texts, as it is stored. */
export function bare<T extends Texts>({ reason: _, statusReason: __, ...row }: T): Omit<T, keyof Texts> {
  return row;
}

/** Row-level security lets only those who book write why: here each visit's doctor and the staff of each hospital. */
export async function writeTexts(tx: Tx, { appointments, bedBookings, staff }: Demo): Promise<void> {
  for (const doctorId of new Set(appointments.map((visit) => visit.doctorId))) {
    const own = appointments.filter((visit) => visit.doctorId === doctorId);
    const rows = own.flatMap(({ id, ...texts }) => linesOf(texts).map((line) => ({ appointmentId: id, ...line })));
    await tx.$executeRaw`SELECT set_config('app.doctor', ${doctorId}, true)`;
    await inParts(rows, (data) => tx.appointmentText.createMany({ data }));
  }
  await tx.$executeRaw`SELECT set_config('app.doctor', '', true)`;
  for (const hospitalId of new Set(bedBookings.map((stay) => stay.hospitalId))) {
    const own = bedBookings.filter((stay) => stay.hospitalId === hospitalId);
    const rows = own.flatMap(({ id, ...texts }) => linesOf(texts).map((line) => ({ bookingId: id, ...line })));
    const userId = staff.find((member) => member.hospitalId === hospitalId)?.userId ?? "";
    await tx.$executeRaw`SELECT set_config('app.actor', ${userId}, true)`;
    await inParts(rows, (data) => tx.bedBookingText.createMany({ data }));
  }
}

function linesOf({ reason, statusReason }: Texts): { kind: BookingTextKind; text: string }[] {
  return [
    ...(reason ? [{ kind: "REASON" as const, text: reason }] : []),
    ...(statusReason ? [{ kind: "STATUS_REASON" as const, text: statusReason }] : []),
  ];
}
