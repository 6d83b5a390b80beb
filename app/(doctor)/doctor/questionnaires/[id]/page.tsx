import type { Metadata } from "next";
import { QuestionnaireEditor } from "@/components/questionnaires/questionnaire-editor";
import { PageHeader } from "@/components/ui/page-header";
import { toQuestionnaire } from "@/lib/domain/questionnaires/output";
import { listPublished } from "@/lib/domain/questionnaires/queries";
import { routes } from "@/lib/site/routes";
import { ownQuestionnaire } from "./own-questionnaire";

export const metadata: Metadata = { title: "Questions before a visit" };

export default async function QuestionnairePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, row } = await ownQuestionnaire(id);
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
