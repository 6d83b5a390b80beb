import {
  CalendarClock,
  ExternalLink,
  MapPin,
  MessageSquareText,
  Phone,
  Stethoscope,
  UserRound,
  Video,
} from "lucide-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { LocalTimeRange } from "@/components/ui/local-date-range";
import { PhoneNumber } from "@/components/ui/phone-number";
import type { Visit } from "./visit";

/** The time, doctor, place, patient and reason. */
export function VisitFacts({ visit, withPatient = false }: { visit: Visit; withPatient?: boolean }) {
  const { start, end, timeZone, mode, doctor, service, patient, reason } = visit;
  return (
    <dl className="grid gap-4">
      <Fact icon={<CalendarClock />} label="When">
        <LocalTimeRange
          start={start}
          end={end}
          timeZone={timeZone}
          readerFirst={mode === "VIDEO"}
          withDate
          className="font-semibold"
        />
      </Fact>
      <Fact icon={<Stethoscope />} label="With">
        <Link href={`/doctors/${doctor.slug}` as Route} className="touch-target font-semibold text-accent underline">
          {doctor.name}
        </Link>
        {service ? <span className="block text-sm text-quiet">{service.name}</span> : null}
      </Fact>
      <VisitPlace visit={visit} />
      {withPatient ? (
        <Fact icon={<UserRound />} label="For">
          {patient.name}
        </Fact>
      ) : null}
      {reason ? (
        <Fact icon={<MessageSquareText />} label="Reason">
          <span className="whitespace-pre-line">{reason}</span>
        </Fact>
      ) : null}
    </dl>
  );
}

function VisitPlace({ visit: { mode, place } }: { visit: Visit }) {
  return (
    <>
      {mode === "VIDEO" ? (
        <Fact icon={<Video />} label="Where">
          By video
        </Fact>
      ) : (
        <Address place={place} />
      )}
      {place.phone ? (
        <Fact icon={<Phone />} label="Phone">
          <PhoneNumber phone={place.phone} className="touch-target text-accent underline" />
        </Fact>
      ) : null}
    </>
  );
}

function Address({ place }: Pick<Visit, "place">) {
  return (
    <Fact icon={<MapPin />} label="Where">
      {place.name ? <span className="block font-semibold">{place.name}</span> : null}
      {place.address ? (
        <a
          href={`https://www.openstreetmap.org/search?${new URLSearchParams({ query: place.address })}`}
          target="_blank"
          rel="noreferrer"
          className="touch-target text-sm text-accent underline"
        >
          {place.address}
          <ExternalLink aria-hidden className="ml-1 inline size-3.5 align-[-0.125em]" />
          <span className="sr-only"> (map, in a new tab)</span>
        </a>
      ) : place.name ? null : (
        "At the practice"
      )}
    </Fact>
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
