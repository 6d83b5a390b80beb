import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { specialtyLine } from "@/lib/domain/directory/format";
import { fieldLine, standingOf } from "@/lib/domain/front-desk/format";
import type { AffiliatedDoctor } from "@/lib/domain/front-desk/list-own-doctors";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

/** The hospital's doctors: specialties, how full the day is, when they are available next. */
export function DoctorRows({
  doctors,
  actionsOf,
}: {
  doctors: AffiliatedDoctor[];
  actionsOf?: (doctor: AffiliatedDoctor) => ReactNode;
}) {
  return (
    <Card flush>
      <ul aria-label="Doctors" className="divide-y divide-line">
        {doctors.map((doctor) => (
          <DoctorRow key={doctor.id} doctor={doctor} actions={actionsOf?.(doctor)} />
        ))}
      </ul>
    </Card>
  );
}

function DoctorRow({ doctor, actions }: { doctor: AffiliatedDoctor; actions: ReactNode }) {
  const { id, name, specialties, department, nextFree, today } = doctor;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-4 gap-y-2 p-4 lg:grid-cols-[auto_minmax(0,1.5fr)_minmax(0,1fr)_minmax(0,1fr)_auto] lg:items-center">
      <Avatar name={name} />
      <div className="min-w-0">
        <p>
          <Link href={routes.hospital.doctor(id)} className="touch-target font-semibold hover:underline">
            {name}
          </Link>
        </p>
        <p className="text-sm text-quiet">{fieldLine(specialtyLine(specialties), department)}</p>
      </div>
      <p className="col-start-2 text-sm lg:col-start-auto">
        {today === 0 ? (
          <span className="text-quiet">No appointments today</span>
        ) : (
          <Link
            href={routes.hospital.appointments({ doctor: id })}
            className="touch-target text-accent tabular hover:underline"
          >
            {counted(today, "appointment today", "appointments today")}
          </Link>
        )}
      </p>
      <p className="col-start-2 text-sm lg:col-start-auto">
        {nextFree ? (
          <>
            <span className="text-quiet">Free </span>
            <LocalTime instant={nextFree} className="font-semibold" />
          </>
        ) : (
          <span className="text-quiet">No available times in the next 30 days</span>
        )}
      </p>
      <div className="col-start-2 flex items-center justify-between gap-2 lg:col-start-auto lg:justify-self-end">
        <StatusBadge {...standingOf(doctor)} />
        {actions}
      </div>
    </li>
  );
}
