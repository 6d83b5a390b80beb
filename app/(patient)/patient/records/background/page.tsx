import type { Metadata } from "next";
import { BackgroundParts } from "@/components/background/background-parts";
import { RecordsNav } from "@/components/records/records-nav";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { Search } from "@/app/search-params";
import { readWanted } from "@/app/(patient)/patient/records/read-wanted";
import { findBackground } from "@/lib/domain/background/queries";
import { listOwnPatients } from "@/lib/domain/patients/queries";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Allergies and conditions" };

const LOOK = "grid items-start gap-4 lg:grid-cols-2";

export default async function BackgroundPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, read, patientIds } = await readWanted(await searchParams, routes.patient.background);
  const [patients, backgrounds] = await Promise.all([
    listOwnPatients(actor, actor.readablePatientIds),
    Promise.all(patientIds.map((id) => findBackground(actor, id))),
  ]);
  const people = patientIds.flatMap((id, index) => {
    const [background, name] = [backgrounds[index], patients.find((patient) => patient.id === id)?.name];
    return background ? [{ id, name, background }] : [];
  });
  return (
    <>
      <PageHeader
        title="Allergies and conditions"
        text="Doctors who treat you see this beside the visit. Keep it current: nothing is deleted, and each change stays in the history."
      />
      <RecordsNav current="background" patientId={read.filter.for} patients={patients} />
      <LeftOutNote read={read} />
      {people.map(({ id, name, background }) =>
        patients.length > 1 ? (
          <Section key={id} title={name}>
            <div className={LOOK}>
              <BackgroundParts background={background} level={3} />
            </div>
          </Section>
        ) : (
          <div key={id} className={LOOK}>
            <BackgroundParts background={background} level={2} />
          </div>
        ),
      )}
    </>
  );
}
