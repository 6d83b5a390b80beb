import type { Actor } from "@/lib/actor/actor";
import { listAppointmentTimes } from "@/lib/domain/appointments/queries";
import { toPreview, type AffectedVisit } from "../output";
import type { Moves } from "../schema";

/** Returns a preview with the names of those the actor sees, who needs them to decide. */
export async function namePreview(actor: Actor, affected: AffectedVisit[]) {
  const { counts, visits } = toPreview(affected);
  const names = await namesOf(
    actor,
    visits.map(({ appointmentId }) => appointmentId),
  );
  return { counts, visits: visits.map((visit) => ({ ...visit, ...names(visit.appointmentId) })) };
}

/** Returns proposed moves in the same way. */
export async function namePlan(actor: Actor, { doctorId, moves }: Moves) {
  const names = await namesOf(
    actor,
    moves.map(({ appointmentId }) => appointmentId),
  );
  return { doctorId, moves: moves.map((move) => ({ ...move, ...names(move.appointmentId) })) };
}

async function namesOf(actor: Actor, ids: string[]) {
  const rows = new Map((await listAppointmentTimes(actor, ids)).map((row) => [row.id, row]));
  return (id: string) => {
    const row = rows.get(id);
    const place = row && (row.schedule ?? row.hospital ?? row.doctor);
    return { patientName: row?.patient.name ?? "", timeZone: place?.timeZone ?? "UTC" };
  };
}
