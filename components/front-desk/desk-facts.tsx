"use client";
import { Cake, CalendarClock, MessageSquareText, Phone, Stethoscope, Video } from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { formatDateParts, formatInstant } from "@/components/ui/format-instant";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { LocaleText } from "@/components/ui/locale-text";
import { PhoneNumber } from "@/components/ui/phone-number";
import { useReader } from "@/components/ui/reader";
import type { DeskCard } from "./desk-card";

type Props = { visit: DeskCard; bornOn: string | null };

/** Everything the desk knows about a visit: patient, time, doctor, reason. Notes are not included. */
export function DeskFacts({ visit, bornOn }: Props) {
  const reader = useReader();
  const { start, end, doctor, doctorId, service, mode, reason, patient } = visit;
  return (
    <dl className="grid gap-4">
      <Fact icon={<CalendarClock />} label="When">
        <LocalTime instant={start} style="full" className="font-semibold" />
        <LocaleText className="font-semibold tabular">–{formatInstant(end, "time", reader)}</LocaleText>
      </Fact>
      <Fact icon={<Stethoscope />} label="With">
        <Link
          href={`/hospital/doctors/${doctorId}` as Route}
          className="touch-target font-semibold text-accent underline"
        >
          {doctor.name}
        </Link>
        {service ? <span className="block text-sm text-quiet">{service}</span> : null}
      </Fact>
      {mode === "VIDEO" ? (
        <Fact icon={<Video />} label="Where">
          By video
        </Fact>
      ) : null}
      {bornOn ? (
        <Fact icon={<Cake />} label="Born">
          <BirthDate date={bornOn} locale={reader.locale} />
          {patient.age === null ? null : <span className="text-quiet"> ({patient.age})</span>}
        </Fact>
      ) : null}
      {patient.phone ? (
        <Fact icon={<Phone />} label="Phone">
          <PhoneNumber phone={patient.phone} className="touch-target text-accent tabular underline" />
        </Fact>
      ) : null}
      <Fact icon={<MessageSquareText />} label="Reason">
        {reason ? (
          <span className="whitespace-pre-line">{reason}</span>
        ) : (
          <span className="text-quiet">The patient gave no reason.</span>
        )}
      </Fact>
    </dl>
  );
}

/** "3 February 1980": dates of birth have no zone. */
function BirthDate({ date, locale }: { date: string; locale: string }) {
  const text = formatDateParts(date, { day: "numeric", month: "long", year: "numeric" }, locale);
  return (
    <LocaleText as="time" dateTime={date}>
      {text}
    </LocaleText>
  );
}

function Fact({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <div className="flex items-start gap-3">
      <dt className="mt-0.5 text-quiet [&_svg]:size-5">
        <span className="sr-only">{label}</span>
        <span aria-hidden>{icon}</span>
      </dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
