import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { QuestionnaireEditor } from "@/components/questionnaires/questionnaire-editor";
import { PageHeader } from "@/components/ui/page-header";
import { toQuestionnaire } from "@/lib/domain/questionnaires/output";
import { getQuestionnaire, listPublished } from "@/lib/domain/questionnaires/queries";
import { isUuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";
import { requireDoctor } from "../../require-doctor";

export const metadata: Metadata = { title: "Questions before a visit" };

export default async function QuestionnairePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireDoctor(routes.doctor.questionnaire(id));
  if (!isUuid(id)) notFound();
  const row = await orNotFound(getQuestionnaire(actor, id));
  if (row.doctorId !== actor.doctorId) notFound();
  return (
    <>
      <PageHeader
        back={{ href: routes.doctor.questionnaires(), label: "Questions" }}
        eyebrow={row.service.name}
        title="Questions before the visit"
      />
      <QuestionnaireEditor questionnaire={toQuestionnaire(row)} published={await listPublished(actor, id)} canChange />
    </>
  );
}
