import { Armchair } from "lucide-react";
import { KeepFresh } from "@/components/realtime/keep-fresh";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { OrderRules } from "@/components/waiting-room/order-rules";
import { QueueCard } from "@/components/waiting-room/queue-card";
import type { QueueView, TicketView } from "@/components/waiting-room/queue-view";
import { waitingTitle } from "@/lib/domain/waiting-room/format";
import { loadBoard, type NamedQueue, type NamedTicket } from "@/lib/domain/waiting-room/load-board";
import type { Actor } from "@/lib/actor/actor";
import { routes } from "@/lib/site/routes";

type Portal = "hospital" | "doctor";
type Props = { actor: Actor; portal: Portal; list: { hospitalId?: string; doctorId?: string } };

/** Each doctor's queue and the patients in it, for the front desk and the doctor. */
export async function WaitingRoomPage({ actor, portal, list }: Props) {
  const now = new Date();
  const { queues, waiting } = await loadBoard(actor, list, now);
  const asOf = now.toISOString();
  return (
    <>
      <PageHeader
        title={waitingTitle(waiting)}
        text="Urgent patients go first, then by appointment time. Walk-ins and late arrivals go by when they came."
        actions={
          <>
            <Button asChild variant="secondary">
              <Link href={routes[portal].urgent()}>Add urgent patient</Link>
            </Button>
            <Button asChild variant="secondary">
              <Link href={routes[portal].entrance()}>Screens and entrance</Link>
            </Button>
          </>
        }
      />
      <KeepFresh asOf={asOf} />
      <div className="mb-6">
        <OrderRules />
      </div>
      {queues.length === 0 ? (
        <EmptyState
          icon={<Armchair />}
          title="No queue yet today"
          text="Everyone who is checked in gets a number and appears here."
        />
      ) : (
        <div className="grid items-start gap-x-8 gap-y-8 xl:grid-cols-2 [&>section]:mt-0">
          {queues.map((queue) => (
            <QueueCard key={queue.id} queue={toView(queue, portal)} asOf={asOf} />
          ))}
        </div>
      )}
    </>
  );
}

function toView({ tickets, doctorName, placeName, ...queue }: NamedQueue, portal: Portal): QueueView {
  const { id, version, doctorId, hospitalId, letter, room } = queue;
  const title = portal === "hospital" ? doctorName : (placeName ?? "Own practice");
  return {
    id,
    version,
    doctorId,
    hospitalId,
    title,
    letter,
    room,
    tickets: tickets.map((ticket) => toTicket(ticket, portal)),
  };
}

function toTicket(ticket: NamedTicket, portal: Portal): TicketView {
  const { appointmentId, appointmentVersion, number, state, priority, isWalkIn, isOverbooked, arrivedAt, wait } =
    ticket;
  const href = portal === "doctor" ? routes.doctor.visit(appointmentId) : routes.hospital.appointment(appointmentId);
  const name = ticket.patientName;
  return {
    appointmentId,
    appointmentVersion,
    number,
    name,
    href,
    state,
    priority,
    isWalkIn,
    isOverbooked,
    arrivedAt,
    isOnTheWay: ticket.arrivedBy === "PHONE",
    wait,
  };
}
