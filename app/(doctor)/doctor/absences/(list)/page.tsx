import type { Metadata } from "next";
import { AbsencesPage } from "@/app/absences-page";
import type { Search } from "@/app/search-params";
import type { AwayChoice } from "@/components/disruptions/absence-view";
import { routes } from "@/lib/site/routes";
import { loadPlaces, type DoctorPlaces } from "../../load-places";
import { requireDoctor, type DoctorActor } from "../../require-doctor";

export const metadata: Metadata = { title: "Absences" };

export default async function DoctorAbsencesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireDoctor(routes.doctor.absences());
  const choices = choicesOf(actor, await loadPlaces(actor));
  const list = { doctorId: actor.doctorId };
  return <AbsencesPage {...{ actor, list, choices }} portal="doctor" search={await searchParams} />;
}

/** Everywhere first; then each hospital, where there are several places. */
function choicesOf({ doctorId }: DoctorActor, { doctor, hours, names }: DoctorPlaces): AwayChoice[] {
  const open = hours.filter(({ closedAt }) => closedAt === null);
  if (open.length === 0) return [];
  const everywhere = { doctorId, hospitalId: null, label: "Everywhere", timeZone: doctor.timeZone };
  const hospitals = open.flatMap(({ hospitalId, timeZone }) =>
    hospitalId === null ? [] : [{ doctorId, hospitalId, label: names[hospitalId] ?? "", timeZone }],
  );
  return open.length === 1 ? [everywhere] : [everywhere, ...hospitals];
}
