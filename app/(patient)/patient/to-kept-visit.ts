import type { KeptVisit } from "@/components/offline/kept-visit";
import type { Actor } from "@/lib/actor/actor";
import { addressLine } from "@/lib/domain/appointments/format-calendar";
import { listAppointmentCards, type AppointmentCard } from "@/lib/domain/appointments/queries";

/** Some need a new time: theirs is no longer to be relied on. */
const LOOKED_AT = 5;

/** Returns what a device may keep of the next appointment, to show without a network and before anyone signs in. */
export async function loadKeptVisit(actor: Actor, now: Date): Promise<KeptVisit | null> {
  const { patientIds, userId } = actor;
  const side = { is: "upcoming", now } as const;
  const { items } = await listAppointmentCards(actor, { patientIds, side }, { limit: LOOKED_AT });
  const next = items.find(({ needsRebooking }) => !needsRebooking);
  return next && userId ? toKeptVisit(next, userId, now) : null;
}

/** Only when and where: a hospital's name, or the address of a practice, whose name may be its doctor's. */
function toKeptVisit(card: AppointmentCard, userId: string, now: Date): KeptVisit {
  const { hospital, doctor } = card;
  const address = addressLine(hospital ?? doctor);
  return {
    userId,
    start: card.startsAt.toISOString(),
    end: card.endsAt.toISOString(),
    timeZone: card.schedule?.timeZone ?? hospital?.timeZone ?? doctor.timeZone,
    isVideo: card.mode === "VIDEO",
    isPending: card.status === "PENDING",
    place: hospital?.name ?? null,
    address: card.mode === "VIDEO" ? null : address,
    keptAt: now.toISOString(),
  };
}
