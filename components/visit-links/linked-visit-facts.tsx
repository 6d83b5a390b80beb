"use client";
import { MapPin, Clock, Phone, Stethoscope, User, Video } from "lucide-react";
import { IconFact } from "@/components/ui/icon-fact";
import { LocalTime } from "@/components/ui/local-time";
import type { LinkedVisit } from "@/lib/domain/visit-links/schema";
import { showPhone, telHref } from "@/lib/platform/text/phone";

type Props = {
  visit: LinkedVisit;
  /** The colleague who has taken it over. */
  withName?: string | null;
};

/** When and where an appointment is, who it is for, and how to reach the practice. */
export function LinkedVisitFacts({ visit, withName = null }: Props) {
  const { start, timeZone, isVideo, place, givenName, status, needsRebooking } = visit;
  const where = [place.name, place.address].filter(Boolean).join(", ");
  const isOff = status === "CANCELLED" || needsRebooking;
  return (
    <dl className="grid gap-3">
      <IconFact icon={<Clock />} label="When">
        <LocalTime
          instant={start}
          timeZone={timeZone}
          readerFirst={isVideo}
          style="full"
          className={isOff ? "line-through decoration-quiet" : "font-semibold"}
        />
      </IconFact>
      {withName ? (
        <IconFact icon={<Stethoscope />} label="Doctor">
          With {withName}
        </IconFact>
      ) : null}
      <IconFact icon={isVideo ? <Video /> : <MapPin />} label="Where">
        {isVideo ? "By video: sign in to join" : where || "At the practice"}
      </IconFact>
      {givenName ? (
        <IconFact icon={<User />} label="Patient">
          For {givenName}
        </IconFact>
      ) : null}
      {place.phone ? (
        <IconFact icon={<Phone />} label="Phone">
          <a className="font-medium text-accent underline underline-offset-2" href={telHref(place.phone)}>
            {showPhone(place.phone)}
          </a>
        </IconFact>
      ) : null}
    </dl>
  );
}
