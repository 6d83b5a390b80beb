"use client";
import type { AppointmentStatus } from "@/lib/domain/appointments/status";
import { LocaleText } from "@/components/ui/locale-text";
import { useNow } from "@/components/ui/use-now";
import { useVisitClock } from "./use-slot-clocks";
import { momentText, possessive } from "./visit-moment";
import type { Visit } from "./visit";

type Says = (when: string, whose: string | null) => string;

const SAYS: Partial<Record<AppointmentStatus, Says>> = {
  PENDING: (when, whose) => (whose ? `Requested for ${whose} ${when}` : `You requested an appointment ${when}`),
  CHECKED_IN: (_when, whose) => (whose ? `${whose} is checked in` : "You're checked in"),
  IN_PROGRESS: (_when, whose) => `${possessive(whose)} visit is under way`,
  COMPLETED: (when, whose) => `${possessive(whose)} visit was ${when}`,
  DECLINED: () => "The practice declined this request",
  CANCELLED: () => "This appointment was cancelled",
  EXPIRED: () => "This request was not answered in time",
  LEFT: () => "This appointment did not take place",
  NO_SHOW: () => "This appointment did not take place",
};

/** A visit's current state in one sentence. */
export function VisitTitle({ visit, asOf }: { visit: Visit; asOf: string }) {
  const { status, start, whose } = visit;
  const reading = useVisitClock(visit);
  const now = useNow(asOf);
  const when = momentText(start, now, reading) + reading.where(start);
  const says =
    SAYS[status] ?? (() => `${possessive(whose)} appointment ${Date.parse(start) > now ? "is" : "was due"} ${when}`);
  return <LocaleText>{says(when, whose)}</LocaleText>;
}
