import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { QuestionnaireEditor } from "@/components/questionnaires/questionnaire-editor";
import { PageHeader } from "@/components/ui/page-header";
import { toQuestionnaire } from "@/lib/domain/questionnaires/output";
import { getQuestionnaire, listPublished } from "@/lib/domain/questionnaires/queries";
import { isUuid } from "@/lib/platform/input/text";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Questions before a visit" };

export default async function QuestionnairePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, hospital, isManager } = await requireDesk(routes.hospital.questionnaire(id));
  if (!isUuid(id)) notFound();
  const row = await orNotFound(getQuestionnaire(actor, id));
  if (row.hospitalId !== hospital.id) notFound();
  return (
    <>
      <PageHeader
        back={{ href: routes.hospital.questionnaires(), label: "Questions" }}
        eyebrow={row.service.name}
        title="Questions before the visit"
      />
      <QuestionnaireEditor
        questionnaire={toQuestionnaire(row)}
        published={await listPublished(actor, id)}
        canChange={isManager}
      />
    </>
  );
}
