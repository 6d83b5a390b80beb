import { Building2, UserRoundX } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { readSearch, type Search } from "@/app/search-params";
import { WalkIn } from "@/components/front-desk/walk-in";
import { LiveRefresh } from "@/components/realtime/live-refresh";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { listWalkInTimes } from "@/lib/domain/appointments/list-walk-in-times";
import { loadOwnHospital } from "@/lib/domain/hospitals/load-own-hospital";
import { listServicesInPerson } from "@/lib/domain/services/queries";
import { uuid } from "@/lib/platform/input/text";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Walk-in" };

const wanted = z.object({ service: uuid.optional() });

export default async function WalkInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, hospital } = await requireDesk(routes.hospital.walkIn());
  const now = new Date();
  const { service: serviceId } = readSearch(wanted, await searchParams).filter;
  const [onDuty, { departments }] = await Promise.all([
    listWalkInTimes(actor, { hospitalId: hospital.id }, now),
    loadOwnHospital(actor),
  ]);
  const services = await listServicesInPerson(onDuty.map(({ doctorId }) => doctorId));
  const chosen = services.find(({ id }) => id === serviceId)?.id;
  const doctors = chosen ? await listWalkInTimes(actor, { hospitalId: hospital.id, serviceId: chosen }, now) : onDuty;
  const free = doctors.filter(({ next, gap }) => next ?? gap).length;
  return (
    <>
      <LiveRefresh channels={onDuty.map(({ doctorId }) => `doctor-${doctorId}`)} />
      <PageHeader
        back={{ href: routes.hospital.appointments(), label: "Appointments" }}
        title={free === 0 ? "No appointments left today" : `${counted(free, "doctor")} available today`}
        text="For someone at the desk: book the next available time and check them in, in one step."
      />
      {hospital.verification !== "VERIFIED" ? (
        <EmptyState
          icon={<Building2 />}
          title="The hospital is not listed"
          text="Appointments can be booked once the hospital is verified."
        />
      ) : onDuty.length === 0 ? (
        <EmptyState
          icon={<UserRoundX />}
          title="No one is on duty"
          text="Doctors with hours at this hospital today appear here."
          action={
            <Button asChild>
              <Link href={routes.hospital.newAppointment()}>Book another day</Link>
            </Button>
          }
        />
      ) : (
        <WalkIn
          hospitalId={hospital.id}
          doctors={doctors}
          services={services}
          serviceId={chosen}
          departments={departments.filter(({ id }) => doctors.some(({ departmentId }) => departmentId === id))}
        />
      )}
    </>
  );
}
