import { unsafeListStarts } from "@/lib/domain/appointments/list-starts";
import { topicOf } from "@/lib/domain/preferences/rules";
import type { Topic } from "@/lib/domain/preferences/status";
import { unsafeListOfferEnds } from "@/lib/domain/waitlist/list-offer-ends";
import type { NewsSide } from "../format";

/** Someone an event concerns, and in which capacity. `isOwnDoing`: they did it themselves, and have no notice in the portal. */
type Concerned = {
  userId: string;
  eventId: string;
  type: string;
  refs: Record<string, string>;
  patientId: string | null;
  hospitalId: string | null;
  about: string;
  side?: NewsSide | undefined;
  isPatients: boolean;
  isOwnDoing: boolean;
};

/** The same, with what the other channels have to know. */
export type Told = Concerned & {
  topic: Topic | null;
  /** When the visit it is about begins. */
  startsAt: Date | null;
  /** When the offer it is about ends: nothing about it is of use afterwards. */
  expiresAt: Date | null;
};

const isOffer = ({ type }: Concerned) => type === "waitlist.offered";

/** Adds what an event is about, when the visit begins that it is about, and when the offer ends. */
export async function describeTold(concerned: Concerned[]): Promise<Told[]> {
  const dated = concerned.filter(({ type }) => type.startsWith("appointment."));
  const starts = await unsafeListStarts(dated.flatMap(({ refs }) => refs.appointmentId ?? []));
  const ends = await unsafeListOfferEnds(concerned.filter(isOffer).flatMap(({ refs }) => refs.waitlistEntryId ?? []));
  return concerned.map((one) => ({
    ...one,
    topic: topicOf(one.type, one.side),
    startsAt: starts.get(one.refs.appointmentId ?? "") ?? null,
    expiresAt: isOffer(one) ? (ends.get(one.refs.waitlistEntryId ?? "") ?? null) : null,
  }));
}

/** What the drafts of all channels have in common. */
export function draftBase({ userId, patientId, hospitalId, about, eventId, type, topic, startsAt, expiresAt }: Told) {
  return { userId, patientId, hospitalId, about, eventId, reason: type, topic, startsAt, expiresAt };
}

/** A push or a text message that comes days later tells nothing new. */
const USEFUL_MS = 24 * 3_600_000;

/** Returns until when a push or a text message about something that happens now is of use. */
export function usefulUntil({ expiresAt }: Pick<Told, "expiresAt">): Date {
  return expiresAt ?? new Date(Date.now() + USEFUL_MS);
}

/** In whose portal someone reads on. An account as such is told of a hospital's affairs as one of its managers. */
export function portalOf({ type, side }: Pick<Told, "type" | "side">): NewsSide {
  return side ?? (/^(hospital|invitation|affiliation|staff\.role-changed)\b/.test(type) ? "hospital" : "patient");
}
