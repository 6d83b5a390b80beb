import type { Metadata } from "next";
import { toBoard } from "@/app/(hospital)/hospital/beds/to-board";
import { loadStayHistory } from "@/app/to-stay-history";
import { StayBadge } from "@/components/beds/stay-badge";
import { StayFacts } from "@/components/beds/stay-facts";
import { StayHistory } from "@/components/beds/stay-history";
import { StaySteps } from "@/components/beds/stay-steps";
import { UndoDischarge } from "@/components/beds/undo-discharge";
import { Card } from "@/components/ui/card";
import { FormMessage } from "@/components/ui/form-message";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { toStayCard } from "@/lib/domain/beds/output";
import { loadBoard } from "@/lib/domain/beds/load-board";
import { isOpen } from "@/lib/domain/beds/status";
import { routes } from "@/lib/site/routes";
import { deskStay } from "./desk-stay";

type Props = { params: Promise<{ id: string }> };

// No name in the title, because titles end up in the browser's history.
export const metadata: Metadata = { title: "Stay" };

export default async function StayPage({ params }: Props) {
  const { actor, hospital, stay } = await deskStay((await params).id);
  const card = toStayCard(stay);
  const board = isOpen(stay.status) ? toBoard(await loadBoard(actor, hospital.id)) : null;
  const { id, version, wardKind, from, to, reason, createdAt, patient } = card;
  const request =
    stay.status === "REQUESTED"
      ? { id, version, wardKind, from, to, reason, createdAt, name: patient.name, age: patient.age }
      : null;
  // The dialog checks on the board whether a request is still open; the board may contain only the first ones.
  const known =
    board && request && !board.requests.some((one) => one.id === id)
      ? { ...board, requests: [...board.requests, request] }
      : board;
  return (
    <>
      <PageHeader
        back={{ href: routes.hospital.beds(), label: "Beds" }}
        title={patient.name}
        actions={<StayBadge status={stay.status} />}
      />
      {stay.statusReason ? (
        <FormMessage
          tone="accent"
          title={stay.status === "DECLINED" ? "Why it was declined" : "Why it was cancelled"}
          className="mb-6"
        >
          {stay.statusReason}
        </FormMessage>
      ) : null}
      <div className="grid items-start gap-x-8 gap-y-8 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <Card>
          <StayFacts stay={card} asOf={new Date().toISOString()} withPatient />
          {stay.status === "DISCHARGED" && stay.dischargedAt ? (
            <UndoDischarge
              id={id}
              version={version}
              dischargedAt={stay.dischargedAt.toISOString()}
              asOf={new Date().toISOString()}
            />
          ) : null}
          {known ? <StaySteps board={known} bookingId={id} request={request} /> : null}
        </Card>
        <Section title="What happened" className="mt-0">
          <StayHistory history={await loadStayHistory(stay, { side: "practice", userId: actor.userId })} />
        </Section>
      </div>
    </>
  );
}
