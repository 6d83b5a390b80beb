import type { DeskCard } from "@/components/front-desk/desk-card";
import { toVisitCard } from "@/lib/domain/appointments/output";
import type { AppointmentCard } from "@/lib/domain/appointments/queries";

/** Returns what the desk's pages show of an appointment. */
export function toDeskCard(row: AppointmentCard): DeskCard {
  return { ...toVisitCard(row), doctor: { name: row.doctor.name, slug: row.doctor.slug } };
}
