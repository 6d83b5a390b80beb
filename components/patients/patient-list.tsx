import { UserRoundX } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { EmptyState } from "@/components/ui/empty-state";
import { RELATION_LABELS } from "@/lib/domain/patients/format";
import type { MyPatient } from "@/lib/domain/patients/queries";

/** The people an account books for. */
export function PatientList({ patients }: { patients: MyPatient[] }) {
  if (patients.length === 0) {
    return (
      <EmptyState
        level={3}
        icon={<UserRoundX />}
        title="No patients"
        text="This isn’t a patient account, so it can’t book appointments."
      />
    );
  }
  return (
    <ul aria-label="Family and dependants" className="divide-y divide-line rounded-lg border border-line bg-surface">
      {patients.map(({ id, name, relation }) => (
        <li key={id} className="flex items-center gap-4 p-4">
          <Avatar name={name} />
          <span className="min-w-0">
            <span className="block font-semibold">{name}</span>
            <span className="block text-sm text-quiet">{RELATION_LABELS[relation]}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
