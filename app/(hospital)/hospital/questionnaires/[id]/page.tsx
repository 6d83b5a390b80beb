import type { Metadata } from "next";
import { QuestionnaireEditor } from "@/components/questionnaires/questionnaire-editor";
import { PageHeader } from "@/components/ui/page-header";
import { toQuestionnaire } from "@/lib/domain/questionnaires/output";
import { listPublished } from "@/lib/domain/questionnaires/queries";
import { routes } from "@/lib/site/routes";
import { deskQuestionnaire } from "./desk-questionnaire";

export const metadata: Metadata = { title: "Questions before a visit" };

export default async function QuestionnairePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, isManager, row } = await deskQuestionnaire(id);
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
