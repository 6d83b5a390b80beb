"use client";
import { Ambulance, BedDouble } from "lucide-react";
import { Card } from "@/components/ui/card";
import type { HospitalNow } from "@/lib/domain/analytics/load-now";
import { STATUS_LABELS } from "@/lib/domain/ambulances/format";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { routes } from "@/lib/site/routes";
import { ComingRow, Moment, SinceThen } from "./coming-row";

type Props = Pick<HospitalNow, "reservations" | "underWay"> & { asOf: string };

/** Patients on the way: in a vehicle, or with a bed reserved for today. */
export function Arrivals({ reservations, underWay, asOf }: Props) {
  return (
    <Card flush>
      <ul aria-label="Arrivals" className="divide-y divide-line">
        {underWay.map((call) => (
          <ComingRow
            key={call.id}
            icon={<Ambulance />}
            href={routes.hospital.ambulanceCall(call.id)}
            title={`${call.registration ?? "Ambulance"}: ${STATUS_LABELS[call.status].toLowerCase()}`}
            text={[
              call.patientName,
              call.place,
              call.bedKind ? `needs a bed: ${WARD_KIND_LABELS[call.bedKind].toLowerCase()}` : null,
            ]
              .filter(Boolean)
              .join(" · ")}
            end={<SinceThen since={call.at} asOf={asOf} />}
          />
        ))}
        {reservations.map((stay) => (
          <ComingRow
            key={stay.id}
            icon={<BedDouble />}
            href={routes.hospital.stay(stay.id)}
            title={stay.patientName}
            text={`Bed reserved: ${stay.bed ?? WARD_KIND_LABELS[stay.wardKind]}`}
            end={<Moment instant={stay.at} asOf={asOf} />}
          />
        ))}
      </ul>
    </Card>
  );
}
