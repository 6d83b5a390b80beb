import type { Metadata } from "next";
import { AbsencesPage } from "@/app/absences-page";
import type { Search } from "@/app/search-params";
import { ClosureButton } from "@/components/disruptions/closure-button";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { loadOwnHospital } from "@/lib/domain/hospitals/load-own-hospital";
import { loadDoctorsWithHours } from "@/lib/domain/disruptions/load-doctors-with-hours";
import { ClosedNow } from "@/components/ward-closures/closed-now";
import { toStandingOutput } from "@/lib/domain/ward-closures/output";
import { listStandingClosures } from "@/lib/domain/ward-closures/queries";
import { routes } from "@/lib/site/routes";
import { requireDesk } from "../../require-desk";

export const metadata: Metadata = { title: "Absences" };

export default async function HospitalAbsencesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, hospital } = await requireDesk(routes.hospital.absences());
  const { doctors, isComplete } = await loadDoctorsWithHours(actor, hospital.id);
  const choices = doctors.map(({ id, name, timeZone }) => {
    return { doctorId: id, hospitalId: hospital.id, label: name, timeZone };
  });
  const list = { hospitalId: hospital.id };
  const { departments } = await loadOwnHospital(actor);
  const more = (
    <>
      <Button asChild variant="secondary">
        <Link href={routes.hospital.holidays()}>Public holidays</Link>
      </Button>
      <ClosureButton
        hospital={{ id: hospital.id, timeZone: hospital.timeZone }}
        departments={departments.map(({ id, name }) => ({ id, name }))}
        asOf={new Date().toISOString()}
      />
    </>
  );
  const note = isComplete
    ? undefined
    : `Only the first ${doctors.length} doctors by name can be chosen here. Any other doctor can say so on their own page.`;
  const now = new Date();
  const closed = (await listStandingClosures(actor, hospital.id, now)).map((row) => toStandingOutput(row, now));
  const above = <ClosedNow closures={closed} />;
  return (
    <AbsencesPage {...{ actor, list, choices, more, above, note }} portal="hospital" search={await searchParams} />
  );
}
