"use client";
import { LocaleText } from "@/components/ui/locale-text";
import { useNow } from "@/components/ui/use-now";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { formatInstant } from "@/components/ui/format-instant";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { useReader } from "@/components/ui/reader";
import type { DutyDoctor } from "@/lib/domain/front-desk/list-duty-doctors";
import { routes } from "@/lib/site/routes";

type Props = { doctors: DutyDoctor[]; asOf: string };

/** The doctors on duty: when they are there, their current and their next visit. */
export function DutyList({ doctors, asOf }: Props) {
  return (
    <Card flush>
      <ul aria-label="Doctors on duty today" className="divide-y divide-line">
        {doctors.map((doctor) => (
          <li key={doctor.id} className="flex items-start gap-3 p-4">
            <Avatar name={doctor.name} size="sm" className="mt-0.5" />
            <div className="min-w-0 flex-1">
              <p>
                <Link href={routes.hospital.doctor(doctor.id)} className="touch-target font-semibold hover:underline">
                  {doctor.name}
                </Link>
              </p>
              <Hours hours={doctor.hours} asOf={asOf} />
              <Next doctor={doctor} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Hours({ hours, asOf }: { hours: DutyDoctor["hours"]; asOf: string }) {
  const reader = useReader();
  const now = useNow(asOf);
  if (hours.length === 0) return <p className="text-sm text-quiet">No hours today</p>;
  const time = (instant: string) => formatInstant(instant, "time", reader);
  const isOver = hours.every(({ end }) => Date.parse(end) <= now);
  return (
    <LocaleText as="p" className="text-sm text-quiet tabular">
      {hours.map(({ start, end }) => `${time(start)}–${time(end)}`).join(", ")}
      {isOver ? ", hours over" : ""}
    </LocaleText>
  );
}

function Next({ doctor: { current, next, left } }: { doctor: DutyDoctor }) {
  return (
    <>
      {current ? (
        <p className="text-sm">
          With <VisitLink {...current} /> since <LocalTime instant={current.start} style="time" />
        </p>
      ) : null}
      {next ? (
        <p className="text-sm">
          <span className="font-semibold">
            <LocalTime instant={next.start} style="time" />
          </span>{" "}
          <VisitLink {...next} />
          {left > 1 ? <span className="text-quiet">, {left - 1} more after</span> : null}
        </p>
      ) : current ? null : (
        <p className="text-sm text-quiet">No patients left today</p>
      )}
    </>
  );
}

function VisitLink({ id, patientName }: { id: string; patientName: string }) {
  return (
    <Link href={routes.hospital.appointment(id)} className="touch-target text-accent underline">
      {patientName}
    </Link>
  );
}
