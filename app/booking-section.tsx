import { BookingPanel } from "@/components/appointments/booking-panel";
import type { BookingService } from "@/components/appointments/service-choice";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { listComingVisitsWith, findOwnHoldId } from "@/lib/domain/appointments/queries";
import { listOwnPatients } from "@/lib/domain/patients/queries";
import { getAvailability, listNextSlots } from "@/lib/domain/schedules/queries";
import type { WaitTargets } from "@/components/waitlist/ask-earlier";
import { NoTimeSuits } from "@/app/no-time-suits";
import { pickerWindow, wantedInstant } from "@/app/picker-window";
import { currentActor } from "@/lib/actor/session";

export type BookingSectionProps = {
  doctor: { id: string; name: string; timeZone: string; fee: string | null };
  services: BookingService[];
  /** Names of the doctor's places by hospital ID; "" is the doctor's own practice. */
  places: Record<string, string>;
  /** Their phone numbers, in the same way. */
  phones: Record<string, string | null>;
  /** Their zones, in the same way. */
  zones: Record<string, string>;
  /** The page's query string: `from` (a date), `service`, `start`. */
  search: Record<string, string | string[] | undefined>;
};

/** The booking panel of one doctor's page: loads a fortnight of available times and keeps them current. */
export async function BookingSection({ doctor, services, places, zones, phones, search }: BookingSectionProps) {
  const now = new Date();
  const serviceId = services.find((service) => service.id === search.service)?.id ?? null;
  const wantedStart = wantedInstant(search.start);
  const { firstDate, from, to } = pickerWindow(search.from, wantedStart, now);
  const service = serviceId ? { serviceId } : {};
  const actor = await currentActor();
  const [patients, holdId, ownVisits] = await Promise.all([
    actor && listOwnPatients(actor),
    actor && findOwnHoldId(actor, doctor.id, now),
    actor && listComingVisitsWith(actor, doctor.id, now),
  ]);
  const offer = await getAvailability(doctor.id, { from, to, ...service }, holdId);
  const next = offer.slots.length > 0 ? null : await listNextSlots([doctor.id], { now, count: 1, ...service });
  return (
    <>
      <LiveRefresh channels={[`doctor-${doctor.id}`]} />
      <BookingPanel
        key={serviceId}
        doctor={doctor}
        services={services}
        serviceId={serviceId}
        places={places}
        phones={phones}
        zones={zones}
        slots={offer.slots}
        firstDate={firstDate}
        asOf={offer.asOf}
        nextSlot={next?.get(doctor.id)?.[0] ?? null}
        patients={patients?.map(({ id, name }) => ({ id, name })) ?? null}
        ownVisits={ownVisits?.map(({ patientId, startsAt }) => ({ patientId, start: startsAt.toISOString() })) ?? []}
        wantedStart={wantedStart}
      />
      <NoTimeSuits
        targets={targetsOf(doctor, Object.keys(places), serviceId)}
        timeZone={doctor.timeZone}
        patients={patients}
      />
    </>
  );
}

/** At the doctor's only hospital, where there is one; else wherever they are. */
function targetsOf(doctor: { id: string; name: string }, placeIds: string[], serviceId: string | null): WaitTargets {
  const [only, another] = placeIds;
  const hospitalId = another === undefined && only ? only : undefined;
  const target = { doctorId: doctor.id, hospitalId, serviceId: serviceId ?? undefined };
  return { label: "Doctor", options: [{ label: doctor.name, target }] };
}
