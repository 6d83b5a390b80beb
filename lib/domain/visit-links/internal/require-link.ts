import { SYSTEM_ACTOR, type Actor } from "@/lib/actor/actor";
import { getAppointmentCard, type AppointmentCard } from "@/lib/domain/appointments/queries";
import { hashSecretToken } from "@/lib/platform/auth/secret-token";
import { sql } from "@/lib/platform/db/sql";
import { AppError } from "@/lib/platform/errors/app-error";
import { linkBecame, linkNow } from "../statements";
import type { LinkEnd, LinkPurpose } from "../status";

export type OpenedLink = { actor: Actor; card: AppointmentCard; purpose: LinkPurpose };

/**
 * Returns the appointment that a link opens now, and who acts by it: no account, and no one but this patient's side. What is
 * done next has to name the version of the appointment that was found here: one that has moved meanwhile isn't the link's any more.
 * Throws `not-found` for every link that opens nothing, and says to those who might still book for the patient what has become of it.
 */
export async function requireLink(token: string): Promise<OpenedLink> {
  const hash = hashSecretToken(token);
  const [link] = await linkNow(sql, hash);
  if (!link) throw overNow((await linkBecame(sql, hash))[0]?.became);
  const actor: Actor = { ...SYSTEM_ACTOR, via: "link", patientIds: [link.patientId] };
  return { actor, card: await getAppointmentCard(actor, link.appointmentId), purpose: link.purpose };
}

const ENDS: Record<LinkEnd, string> = {
  MOVED: "This appointment has another time already.",
  CANCELLED: "This appointment has been cancelled.",
  BEGUN: "The time of this appointment has come.",
};

/** The error of a link that opens nothing, or nothing any more. */
export function overNow(became?: LinkEnd | null): AppError {
  return became
    ? new AppError("not-found", ENDS[became], { extra: { became } })
    : new AppError("not-found", "This link doesn't work any more.");
}
