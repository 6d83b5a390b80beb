import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ColleagueNote } from "@/components/records/colleague-note";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { PageHeader } from "@/components/ui/page-header";
import { toShownEncounter } from "@/lib/domain/records/output";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../../require-doctor";
import { treatedNote } from "../treated-note";

// No name in the title, because titles end up in the browser's history.
export const metadata: Metadata = { title: "Note" };

export default async function NotePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireDoctor(routes.doctor.note(id));
  const { encounter, visit, isOwn } = await treatedNote(actor, id);
  if (isOwn) redirect(routes.doctor.visit(id));
  return (
    <>
      <PageHeader
        back={{ href: routes.doctor.patient(encounter.patientId), label: "Patient" }}
        eyebrow={visit.placeName}
        title={`Note by ${visit.doctorName}`}
        text={<LocalTime instant={visit.start} timeZone={visit.timeZone} style="full" />}
      />
      <Card>
        <ColleagueNote {...toShownEncounter(encounter)} signedAt={encounter.signedAt?.toISOString() ?? visit.start} />
      </Card>
    </>
  );
}
