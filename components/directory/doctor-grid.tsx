import { LiveRefresh } from "@/components/realtime/live-refresh";
import type { DoctorCard as Doctor } from "@/lib/domain/directory/schema";
import { DoctorCard } from "./doctor-card";

type DoctorGridProps = { doctors: Doctor[]; level?: 2 | 3; serviceId?: string; from?: string | undefined };

/** Live cards: a time that is taken disappears here too. */
export function DoctorGrid({ doctors, level = 2, serviceId, from }: DoctorGridProps) {
  return (
    <>
      <LiveRefresh channels={doctors.map((doctor) => `doctor-${doctor.id}`)} />
      <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {doctors.map((doctor) => (
          <li key={doctor.id}>
            <DoctorCard doctor={doctor} level={level} from={from} {...(serviceId ? { serviceId } : {})} />
          </li>
        ))}
      </ul>
    </>
  );
}
