import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { ColleagueNote } from "@/components/records/colleague-note";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { PageHeader } from "@/components/ui/page-header";
import { getTreatedNote } from "@/lib/domain/records/list-treated";
import { toShownEncounter } from "@/lib/domain/records/output";
import { isUuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../../require-doctor";

// No name in the title, because titles end up in the browser's history.
export const metadata: Metadata = { title: "Note" };

export default async function NotePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const actor = await requireDoctor(routes.doctor.note(id));
  const { encounter, visit, isOwn } = await orNotFound(getTreatedNote(actor, id));
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
