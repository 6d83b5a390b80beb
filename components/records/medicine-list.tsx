import { Pill } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { doseText, drugText } from "@/lib/domain/records/format";
import type { Prescription } from "@/lib/domain/records/schema";
import { routes } from "@/lib/site/routes";

export type MedicineEntry = Prescription & {
  id: string;
  appointmentId: string;
  patientName: string;
  doctorName: string;
  prescribedAt: string;
  /** Null: until further notice. */
  until: string | null;
  isCurrent: boolean;
};

/** What was prescribed, the latest first, each with the visit it comes from. */
export function MedicineList({ medicines, withPatient }: { medicines: MedicineEntry[]; withPatient: boolean }) {
  return (
    <ul
      aria-label="Medicines"
      className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
    >
      {medicines.map((one) => (
        <li key={one.id} className="flex gap-4 p-4">
          <span
            aria-hidden
            className="flex size-10 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent"
          >
            <Pill className="size-5" />
          </span>
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">{drugText(one)}</span>
              {one.isCurrent ? (
                <Badge tone="good">
                  {one.until ? (
                    <>
                      Until <LocalTime instant={one.until} style="date" />
                    </>
                  ) : (
                    "Current"
                  )}
                </Badge>
              ) : null}
            </p>
            <p className="text-sm">{doseText(one)}</p>
            {one.instructions ? <p className="text-sm whitespace-pre-line text-quiet">{one.instructions}</p> : null}
            <p className="text-sm text-quiet">
              <Link href={routes.patient.visit(one.appointmentId)} className="hover:underline">
                {one.doctorName}, <LocalTime instant={one.prescribedAt} style="date" />
              </Link>
              {withPatient ? ` · for ${one.patientName}` : null}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
