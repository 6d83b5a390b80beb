import type { Metadata } from "next";
import { loadPlaces } from "@/app/(doctor)/doctor/load-places";
import { requireDoctor } from "@/app/(doctor)/doctor/require-doctor";
import { UrgentPage } from "@/app/urgent-page";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Add an urgent patient" };

export default async function DoctorUrgentPage() {
  const actor = await requireDoctor(routes.doctor.urgent());
  const { bookable } = await loadPlaces(actor);
  const queues = Object.entries(bookable).map(([hospitalId, { name }]) => ({
    doctorId: actor.doctorId,
    hospitalId: hospitalId || null,
    label: name,
  }));
  return <UrgentPage portal="doctor" hospitalId={null} queues={queues} />;
}
