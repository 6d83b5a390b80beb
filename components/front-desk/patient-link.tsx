import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { patientLine, type DeskCard } from "./desk-card";

/** The patient's name and age; leads to the appointment. */
export function PatientLink({ visit }: { visit: DeskCard }) {
  return (
    <Link href={`/hospital/appointments/${visit.id}` as Route} className="touch-target font-semibold hover:underline">
      {patientLine(visit)}
    </Link>
  );
}
