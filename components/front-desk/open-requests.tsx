"use client";
import { BedDouble, Siren, Stethoscope } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { counted } from "@/lib/platform/text/counted";
import type { HospitalNow } from "@/lib/domain/analytics/load-now";
import type { HospitalStats } from "@/lib/domain/analytics/schema";
import { KIND_LABELS } from "@/lib/domain/ambulances/format";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { routes } from "@/lib/site/routes";
import { ComingRow, Moment, SinceThen } from "./coming-row";

type Props = Pick<HospitalNow, "bedRequests" | "calls" | "joinRequests"> & {
  counts: HospitalStats["requests"];
  asOf: string;
};

/** What awaits the hospital's answer, the most urgent first: calls, then beds, then doctors who ask to join. */
export function OpenRequests({ bedRequests, calls, joinRequests, counts, asOf }: Props) {
  const more = [
    { count: counts.ambulances - calls.length, what: "ambulance call", href: routes.hospital.ambulances() },
    { count: counts.beds - bedRequests.length, what: "bed request", href: routes.hospital.beds() },
  ].filter(({ count }) => count > 0);
  return (
    <Card flush>
      <ul aria-label="Open requests" className="divide-y divide-line">
        {calls.map((call) => (
          <CallRow key={call.id} call={call} asOf={asOf} />
        ))}
        {bedRequests.map((stay) => (
          <ComingRow
            key={stay.id}
            icon={<BedDouble />}
            href={routes.hospital.stay(stay.id)}
            title={stay.patientName}
            text={`Requests a bed: ${WARD_KIND_LABELS[stay.wardKind].toLowerCase()}`}
            end={<Moment instant={stay.at} asOf={asOf} />}
          />
        ))}
        {joinRequests.map((request) => (
          <ComingRow
            key={request.id}
            icon={<Stethoscope />}
            href={routes.hospital.doctors()}
            title={request.doctorName}
            text="Asks to join the hospital"
            end={<Moment instant={request.at} asOf={asOf} />}
          />
        ))}
        {more.map(({ count, what, href }) => (
          <li key={what} className="p-4 text-sm">
            <Link href={href} className="touch-target font-medium text-accent hover:underline">
              {counted(count, `more ${what}`)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function CallRow({ call, asOf }: { call: HospitalNow["calls"][number]; asOf: string }) {
  const place = call.place ?? "Place on the map";
  const bed = call.bedKind ? `and a bed: ${WARD_KIND_LABELS[call.bedKind].toLowerCase()}` : null;
  return (
    <ComingRow
      isPressing
      icon={<Siren />}
      href={routes.hospital.ambulanceCall(call.id)}
      title={`Call: ${KIND_LABELS[call.kind].toLowerCase()}`}
      text={[place, bed].filter(Boolean).join(", ")}
      end={<SinceThen since={call.at} asOf={asOf} />}
    />
  );
}
