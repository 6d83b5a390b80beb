import type { Metadata } from "next";
import { dayOf } from "@/app/(hospital)/hospital/require-desk";
import { toDeskCard } from "@/app/(hospital)/hospital/to-desk-card";
import { VisitHistory } from "@/components/appointments/visit-history";
import { MessagesCard } from "@/components/conversations/messages-card";
import { AttendanceCard } from "@/components/reminders/attendance-card";
import { DeskFacts } from "@/components/front-desk/desk-facts";
import { DeskState } from "@/components/front-desk/desk-state";
import { DeskSteps } from "@/components/front-desk/desk-steps";
import { Card } from "@/components/ui/card";
import { FormMessage } from "@/components/ui/form-message";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { listAppointmentHistory } from "@/lib/domain/appointments/list-history";
import { listMarks } from "@/lib/domain/conversations/queries";
import { SHEET_LABELS } from "@/lib/domain/questionnaires/format";
import { findSheet } from "@/lib/domain/questionnaires/queries";
import { routes } from "@/lib/site/routes";
import { deskAppointment } from "./desk-appointment";

type Props = { params: Promise<{ id: string }> };

// No name in the title, because titles end up in the browser's history.
export const metadata: Metadata = { title: "Appointment" };

export default async function AppointmentPage({ params }: Props) {
  const { actor, hospital, card } = await deskAppointment((await params).id);
  const sheet = await findSheet(actor, card.id);
  const now = new Date();
  const asOf = now.toISOString();
  const visit = toDeskCard(card);
  const { date } = dayOf(hospital.timeZone, card.startsAt);
  const isToday = date === dayOf(hospital.timeZone, now).date;
  return (
    <>
      <PageHeader
        back={
          isToday
            ? { href: routes.hospital.appointments(), label: "Today's appointments" }
            : { href: routes.hospital.appointments({ date }), label: "Appointments of the day" }
        }
        title={visit.patient.name}
        actions={<DeskState visit={visit} />}
      />
      {visit.statusReason ? (
        <FormMessage
          tone="accent"
          title={visit.status === "DECLINED" ? "Why it was declined" : "Why it was cancelled"}
          className="mb-6"
        >
          {visit.statusReason}
        </FormMessage>
      ) : null}
      <div className="grid items-start gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <Card>
          <DeskFacts
            visit={visit}
            bornOn={card.patient.bornOn?.toISOString().slice(0, 10) ?? null}
            questions={sheet && SHEET_LABELS[sheet.status]}
          />
          <div data-print="hide" className="mt-6 empty:hidden">
            <DeskSteps visit={visit} asOf={asOf} spread size="md" />
          </div>
        </Card>
        <Beside actor={actor} card={card} timeZone={hospital.timeZone} />
      </div>
    </>
  );
}

type BesideProps = Pick<Awaited<ReturnType<typeof deskAppointment>>, "actor" | "card"> & { timeZone: string };

async function Beside({ actor, card, timeZone }: BesideProps) {
  const history = await listAppointmentHistory(card, { side: "practice", userId: actor.userId });
  const mark = (await listMarks(actor, [card.id])).get(card.id);
  return (
    <div className="grid min-w-0 gap-6">
      <AttendanceCard visit={toDeskCard(card)} asOf={new Date().toISOString()} />
      <MessagesCard mark={mark} href={routes.hospital.conversation(card.id)} other="the patient" />
      <Section title="What happened" className="mt-0">
        <VisitHistory history={history} timeZone={timeZone} />
      </Section>
    </div>
  );
}
