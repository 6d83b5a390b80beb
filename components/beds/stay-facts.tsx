"use client";
import type { ReactNode } from "react";
import { LocalTime } from "@/components/ui/local-time";
import { PhoneNumber } from "@/components/ui/phone-number";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { KeptFor } from "./bed-timers";
import { StayEnd } from "./stay-end";
import type { StayCard } from "./stay-view";

export type StayFactsProps = { stay: StayCard; asOf: string; withPatient?: boolean; withHospital?: boolean };

/** Who, which bed, from when to when, and why. */
export function StayFacts({ stay, asOf, withPatient = false, withHospital = false }: StayFactsProps) {
  const { status, patient, hospital, bed, from, to, reservedUntil, admittedAt, dischargedAt } = stay;
  const zone = withHospital ? hospital.timeZone : undefined;
  return (
    <dl className="grid gap-3 text-sm sm:grid-cols-2">
      {withPatient ? (
        <Fact label="Patient">
          {patient.name}
          {patient.age === null ? null : `, ${patient.age}`}
        </Fact>
      ) : null}
      {withPatient && patient.phone ? (
        <Fact label="Phone">
          <PhoneNumber phone={patient.phone} className="font-medium text-accent tabular hover:underline" />
        </Fact>
      ) : null}
      {withHospital ? <Fact label="Hospital">{hospital.name}</Fact> : null}
      <Fact label="Requested">{WARD_KIND_LABELS[stay.wardKind]}</Fact>
      {bed ? (
        <Fact label="Bed">
          {bed.label}, {bed.ward}
        </Fact>
      ) : null}
      <Fact label={admittedAt ? "In since" : "From"}>
        <LocalTime style="dated-time" instant={from} timeZone={zone} />
      </Fact>
      {dischargedAt ? (
        <Fact label="Discharged">
          <LocalTime style="dated-time" instant={dischargedAt} timeZone={zone} />
        </Fact>
      ) : (
        <Fact label="Planned until">{to ? <StayEnd end={to} timeZone={hospital.timeZone} /> : "not known yet"}</Fact>
      )}
      {status === "RESERVED" && reservedUntil ? (
        <Fact label="Reserved until">
          <LocalTime instant={reservedUntil} timeZone={zone} /> · <KeptFor until={reservedUntil} asOf={asOf} />
        </Fact>
      ) : null}
      {stay.reason ? (
        <Fact label="Reason" wide>
          {stay.reason}
        </Fact>
      ) : null}
    </dl>
  );
}

function Fact({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? "sm:col-span-2" : ""}>
      <dt className="text-quiet">{label}</dt>
      <dd className="mt-0.5 font-medium">{children}</dd>
    </div>
  );
}
