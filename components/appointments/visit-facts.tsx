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
import { Link } from "@/components/ui/link";
import { IconFact } from "@/components/ui/icon-fact";
import { LocalTimeRange } from "@/components/ui/local-date-range";
import { PhoneNumber } from "@/components/ui/phone-number";
import { routes } from "@/lib/site/routes";
import type { Visit } from "./visit";

/** The time, doctor, place, patient and reason. */
export function VisitFacts({ visit, withPatient = false }: { visit: Visit; withPatient?: boolean }) {
  const { start, end, timeZone, mode, doctor, service, patient, reason } = visit;
  return (
    <dl className="grid gap-4">
      <IconFact icon={<CalendarClock />} label="When">
        <LocalTimeRange
          start={start}
          end={end}
          timeZone={timeZone}
          readerFirst={mode === "VIDEO"}
          withDate
          className="font-semibold"
        />
      </IconFact>
      <IconFact icon={<Stethoscope />} label="With">
        <Link href={routes.doctors.profile(doctor.slug)} className="touch-target font-semibold text-accent underline">
          {doctor.name}
        </Link>
        {service ? <span className="block text-sm text-quiet">{service.name}</span> : null}
      </IconFact>
      <VisitPlace visit={visit} />
      {withPatient ? (
        <IconFact icon={<UserRound />} label="For">
          {patient.name}
        </IconFact>
      ) : null}
      {reason ? (
        <IconFact icon={<MessageSquareText />} label="Reason">
          <span className="whitespace-pre-line">{reason}</span>
        </IconFact>
      ) : null}
    </dl>
  );
}

function VisitPlace({ visit: { mode, place } }: { visit: Visit }) {
  return (
    <>
      {mode === "VIDEO" ? (
        <IconFact icon={<Video />} label="Where">
          By video
        </IconFact>
      ) : (
        <Address place={place} />
      )}
      {place.phone ? (
        <IconFact icon={<Phone />} label="Phone">
          <PhoneNumber phone={place.phone} className="touch-target text-accent underline" />
        </IconFact>
      ) : null}
    </>
  );
}

function Address({ place }: Pick<Visit, "place">) {
  return (
    <IconFact icon={<MapPin />} label="Where">
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
    </IconFact>
  );
}
