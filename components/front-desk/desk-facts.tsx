"use client";
import { Cake, CalendarClock, ClipboardList, MessageSquareText, Phone, Stethoscope, Video } from "lucide-react";
import { formatDateParts, formatInstant } from "@/components/ui/format-instant";
import { Link } from "@/components/ui/link";
import { IconFact } from "@/components/ui/icon-fact";
import { LocalTime } from "@/components/ui/local-time";
import { LocaleText } from "@/components/ui/locale-text";
import { PhoneNumber } from "@/components/ui/phone-number";
import { useReader } from "@/components/ui/reader";
import { routes } from "@/lib/site/routes";
import type { DeskCard } from "./desk-card";

type Props = {
  visit: DeskCard;
  bornOn: string | null;
  /** How far the questions before the visit are; null when nothing is asked. */
  questions: string | null;
};

/** Everything the desk knows about a visit: patient, time, doctor, reason. Notes and answers are not included. */
export function DeskFacts({ visit, bornOn, questions }: Props) {
  const reader = useReader();
  const { start, end, doctor, doctorId, service, mode, reason, patient } = visit;
  return (
    <dl className="grid gap-4">
      <IconFact icon={<CalendarClock />} label="When">
        <LocalTime instant={start} style="full" className="font-semibold" />
        <LocaleText className="font-semibold tabular">–{formatInstant(end, "time", reader)}</LocaleText>
      </IconFact>
      <IconFact icon={<Stethoscope />} label="With">
        <Link href={routes.hospital.doctor(doctorId)} className="touch-target font-semibold text-accent underline">
          {doctor.name}
        </Link>
        {service ? <span className="block text-sm text-quiet">{service}</span> : null}
      </IconFact>
      {mode === "VIDEO" ? (
        <IconFact icon={<Video />} label="Where">
          By video
        </IconFact>
      ) : null}
      {bornOn ? (
        <IconFact icon={<Cake />} label="Born">
          <BirthDate date={bornOn} locale={reader.locale} />
          {patient.age === null ? null : <span className="text-quiet"> ({patient.age})</span>}
        </IconFact>
      ) : null}
      {patient.phone ? (
        <IconFact icon={<Phone />} label="Phone">
          <PhoneNumber phone={patient.phone} className="touch-target text-accent tabular underline" />
        </IconFact>
      ) : null}
      <IconFact icon={<MessageSquareText />} label="Reason">
        {reason ? (
          <span className="whitespace-pre-line">{reason}</span>
        ) : (
          <span className="text-quiet">The patient gave no reason.</span>
        )}
      </IconFact>
      {questions ? (
        <IconFact icon={<ClipboardList />} label="Questions before the visit">
          {questions}
        </IconFact>
      ) : null}
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
