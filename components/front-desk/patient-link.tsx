import { Link } from "@/components/ui/link";
import { routes } from "@/lib/site/routes";
import { patientLine, type DeskCard } from "./desk-card";

/** The patient's name and age; leads to the appointment. */
export function PatientLink({ visit }: { visit: DeskCard }) {
  return (
    <Link href={routes.hospital.appointment(visit.id)} className="touch-target font-semibold hover:underline">
      {patientLine(visit)}
    </Link>
  );
}
