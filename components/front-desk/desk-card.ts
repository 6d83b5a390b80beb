import type { VisitCard } from "@/lib/domain/appointments/output";
import { isCancelled } from "@/lib/domain/appointments/status";

/** An appointment as the front desk sees it; instants as text, never a note. */
export type DeskCard = VisitCard & { doctor: { name: string; slug: string } };

/** "Asha Abelard, 34" */
export function patientLine({ patient }: Pick<DeskCard, "patient">): string {
  return patient.age === null ? patient.name : `${patient.name}, ${patient.age}`;
}

/** Nothing more happens to it. */
export function isOver({ status }: Pick<DeskCard, "status">): boolean {
  return status === "COMPLETED" || status === "NO_SHOW" || status === "LEFT" || isCancelled(status);
}

/** "Cardiology consultation · by video": a short description. */
export function visitLine({ service, mode }: Pick<DeskCard, "service" | "mode">): string {
  return [service, mode === "VIDEO" ? "by video" : null].filter(Boolean).join(" · ");
}
