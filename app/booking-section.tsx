import { BookingPanel, type BookingService } from "@/components/appointments/booking-panel";
import { PICKER_DAYS } from "@/components/appointments/slot-days";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { myPatients } from "@/lib/domain/patients/queries";
import { availability, nextSlots } from "@/lib/domain/schedules/queries";
import { currentActor } from "@/lib/platform/auth/session";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type BookingSectionProps = {
  doctor: { id: string; name: string; timeZone: string };
  services: BookingService[];
  /** Names of the doctor's places by hospital id; "" is the own practice. */
  places: Record<string, string>;
  /** The page's query string: `from` (a date), `service`, `start`. */
  search: Record<string, string | string[] | undefined>;
};

/** The booking of one doctor's page: reads a fortnight of free times and keeps it true while it is open. */
export async function BookingSection({ doctor, services, places, search }: BookingSectionProps) {
  const now = new Date();
  const serviceId = services.find((service) => service.id === search.service)?.id ?? null;
  const firstDate = dateOf(search.from);
  // A date begins up to 14 hours before it does in UTC; the browser sorts the times into its own days.
  const from = new Date(Math.max(now.getTime(), firstDate ? Date.parse(`${firstDate}T00:00:00Z`) - 14 * HOUR_MS : 0));
  const to = new Date(from.getTime() + (PICKER_DAYS + 2) * DAY_MS);
  const [actor, offer] = await Promise.all([
    currentActor(),
    availability(doctor.id, { from: from.toISOString(), to: to.toISOString(), ...(serviceId ? { serviceId } : {}) }),
  ]);
  const [patients, next] = await Promise.all([
    actor ? myPatients(actor) : null,
    offer.slots.length > 0 ? null : nextSlots([doctor.id], { now: to, count: 1, ...(serviceId ? { serviceId } : {}) }),
  ]);
  return (
    <>
      <LiveRefresh channels={[`doctor-${doctor.id}`]} />
      <BookingPanel
        key={serviceId}
        doctor={doctor}
        services={services}
        serviceId={serviceId}
        places={places}
        slots={offer.slots}
        firstDate={firstDate}
        asOf={offer.asOf}
        nextStart={next?.get(doctor.id)?.[0]?.start ?? null}
        patients={patients?.map(({ id, name }) => ({ id, name })) ?? null}
        wantedStart={typeof search.start === "string" ? search.start : null}
      />
    </>
  );
}

function dateOf(value: string | string[] | undefined): string | null {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
}
