import type { Metadata } from "next";
import { z } from "zod";
import { readSearch, type Search } from "@/app/search-params";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { orNotFound } from "@/app/or-not-found";
import { pickerWindow } from "@/app/picker-window";
import { NewAppointment } from "@/components/front-desk/new-appointment";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import type { Actor } from "@/lib/actor/actor";
import { specialtyLine } from "@/lib/domain/directory/format";
import { formatMoney } from "@/lib/platform/money/amount";
import { getDoctorProfile } from "@/lib/domain/doctors/queries";
import { listBookableDoctors } from "@/lib/domain/front-desk/list-own-doctors";
import { listSlotsAt } from "@/lib/domain/hospitals/queries";
import { getAvailability } from "@/lib/domain/schedules/queries";
import { uuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "New appointment" };

const wanted = z.object({ doctor: uuid.optional(), service: uuid.optional(), from: z.string().max(20).optional() });
type Wanted = z.output<typeof wanted>;

export default async function NewAppointmentPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { filter: search } = readSearch(wanted, await searchParams);
  const { actor, hospital } = await requireDesk(routes.hospital.newAppointment(search));
  const doctors = (await listBookableDoctors(actor, hospital.id)).filter(({ isBookable }) => isBookable);
  const doctor = doctors.find(({ id }) => id === search.doctor);
  const offer = doctor ? await loadOffer(actor, doctor.id, hospital.id, search) : null;
  return (
    <>
      {doctor ? <LiveRefresh channels={[`doctor-${doctor.id}`]} /> : null}
      <PageHeader
        back={{ href: routes.hospital.appointments(), label: "Appointments" }}
        title="Book for a patient"
        text="For existing patients, and for new patients without an account."
      />
      <NewAppointment
        key={`${doctor?.id ?? ""} ${offer?.serviceId ?? ""}`}
        hospital={{ id: hospital.id, timeZone: hospital.timeZone, isListed: hospital.verification === "VERIFIED" }}
        doctors={doctors.map(({ id, name, specialties }) => ({ id, name, what: specialtyLine(specialties) }))}
        doctorId={doctor?.id ?? null}
        offer={offer}
      />
    </>
  );
}

/** What the selected doctor offers at this hospital on the displayed days. */
async function loadOffer(actor: Actor, doctorId: string, hospitalId: string, search: Wanted) {
  const now = new Date();
  const profile = await orNotFound(getDoctorProfile({ id: doctorId }));
  const services = profile.services.map(({ id, name, durationMinutes, fee }) => ({
    id,
    name,
    durationMinutes,
    fee: fee && formatMoney(fee),
  }));
  const serviceId = services.find(({ id }) => id === search.service)?.id ?? null;
  const { firstDate, from, to } = pickerWindow(search.from, null, now);
  const [{ slots, asOf }, next] = await Promise.all([
    getAvailability(doctorId, { from, to, hospitalId, ...(serviceId ? { serviceId } : {}) }, null, actor),
    listSlotsAt(hospitalId, [doctorId], now),
  ]);
  return { services, serviceId, firstDate, slots, asOf, nextSlot: next.get(doctorId)?.[0] ?? null };
}
