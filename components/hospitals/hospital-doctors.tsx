import { Stethoscope } from "lucide-react";
import { DoctorCard } from "@/components/directory/doctor-card";
import { EmptyState } from "@/components/ui/empty-state";
import type { HospitalDoctor } from "@/lib/domain/hospitals/schema";

/** A hospital's doctors, and their next available times. */
export function HospitalDoctors({ doctors }: { doctors: readonly HospitalDoctor[] }) {
  if (doctors.length === 0) {
    return (
      <EmptyState icon={<Stethoscope />} title="No doctors listed yet" text="Please call the hospital." level={3} />
    );
  }
  return (
    <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {doctors.map((doctor) => (
        <li key={doctor.id}>
          <DoctorCard doctor={doctor} department={doctor.department} level={3} />
        </li>
      ))}
    </ul>
  );
}
