import type { Metadata } from "next";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { UrgentPage } from "@/app/urgent-page";
import { listWalkInTimes } from "@/lib/domain/appointments/list-walk-in-times";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Add an urgent patient" };

export default async function HospitalUrgentPage() {
  const { actor, hospital } = await requireDesk(routes.hospital.urgent());
  const onDuty = await listWalkInTimes(actor, { hospitalId: hospital.id }, new Date());
  const queues = onDuty.map(({ doctorId, name }) => ({ doctorId, hospitalId: hospital.id, label: name }));
  return <UrgentPage portal="hospital" hospitalId={hospital.id} queues={queues} />;
}
