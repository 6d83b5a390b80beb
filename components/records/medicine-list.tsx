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
  isWithdrawn: boolean;
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
              <State {...one} />
            </p>
            <p className="text-sm">{doseText(one)}</p>
            {one.instructions ? <p className="text-sm whitespace-pre-line text-quiet">{one.instructions}</p> : null}
            <Source medicine={one} withPatient={withPatient} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function State({ isWithdrawn, isCurrent, until }: MedicineEntry) {
  if (isWithdrawn) return <Badge tone="stop">Withdrawn</Badge>;
  if (!isCurrent) return null;
  return (
    <Badge tone="good">
      {until ? (
        <>
          Until <LocalTime instant={until} style="dated" />
        </>
      ) : (
        "Current"
      )}
    </Badge>
  );
}

function Source({ medicine, withPatient }: { medicine: MedicineEntry; withPatient: boolean }) {
  const { appointmentId, doctorName, prescribedAt, patientName, drug } = medicine;
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-2 text-sm text-quiet">
      <span>
        <Link href={routes.patient.visit(appointmentId)} className="touch-target hover:underline">
          {doctorName}, <LocalTime instant={prescribedAt} style="dated" />
        </Link>
        {withPatient ? ` · for ${patientName}` : null}
      </span>
      <Link
        data-print="hide"
        href={routes.patient.prescription(appointmentId)}
        className="touch-target font-medium text-accent underline underline-offset-2"
      >
        Prescription<span className="sr-only"> for {drug}</span>
      </Link>
    </p>
  );
}
