import type { Metadata } from "next";
import { AnswerForm } from "@/components/questionnaires/answer-form";
import { AnswerList } from "@/components/questionnaires/answer-list";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { PageHeader } from "@/components/ui/page-header";
import { routes } from "@/lib/site/routes";
import { ownSheet } from "./own-sheet";

export const metadata: Metadata = { title: "Questions before the visit" };

export default async function QuestionsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { actor, visit, sheet } = await ownSheet(id);
  const { doctor, hospital, schedule, patient, patientId, startsAt, mode } = visit;
  const timeZone = schedule?.timeZone ?? hospital?.timeZone ?? doctor.timeZone;
  const whose = patientId === actor.ownPatientId ? "Your" : `${patient.name}'s`;
  return (
    <>
      <PageHeader
        back={{ href: routes.patient.visit(id), label: "Appointment" }}
        title={sheet.mayAnswer ? "Questions before the visit" : "Answers before the visit"}
        text={
          <>
            {whose} visit with {doctor.name},{" "}
            <LocalTime
              instant={startsAt.toISOString()}
              timeZone={timeZone}
              readerFirst={mode === "VIDEO"}
              style="full"
            />
            . {doctor.name} reads the answers; the front desk doesn&apos;t.
          </>
        }
      />
      {sheet.mayAnswer ? (
        <AnswerForm sheet={sheet} doctorName={doctor.name} />
      ) : (
        <Card className="max-w-2xl sm:p-6">
          <AnswerList questions={sheet.questions} answers={sheet.submitted ?? {}} files={sheet.files} />
        </Card>
      )}
    </>
  );
}
