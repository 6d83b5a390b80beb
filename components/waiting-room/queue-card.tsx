"use client";
import { Megaphone } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import { callNextAction } from "@/lib/domain/waiting-room/actions";
import type { QueueView } from "./queue-view";
import { RoomButton } from "./room-button";
import { TicketRow } from "./ticket-row";
import { useTurns } from "./use-turns";

type Props = { queue: QueueView; asOf: string };

/** A queue: who is called, who is next, who is set aside; and the button that calls the next. */
export function QueueCard({ queue, asOf }: Props) {
  // One for the whole queue: a step taken at one patient changes the version that "Call next" would send.
  const turns = useTurns();
  const { take, pending } = turns;
  const { id, version, tickets } = queue;
  const hasNext = tickets.some(({ state }) => state === "WAITING");
  const callNext = () =>
    take(
      "next",
      () => callNextAction({ id, version }),
      ({ number }) => `${number} is called`,
    );
  return (
    <Section
      title={`${queue.title} · ${queue.letter}`}
      actions={
        <>
          <RoomButton queue={queue} />
          <Button
            size="sm"
            pending={pending === "next"}
            disabled={!hasNext || pending !== null}
            onClick={() => void callNext()}
          >
            <Megaphone aria-hidden />
            Call next<span className="sr-only"> for {queue.title}</span>
          </Button>
        </>
      }
    >
      {tickets.length === 0 ? (
        <Card>
          <p className="text-sm text-quiet">No one is waiting. Patients appear here when they are checked in.</p>
        </Card>
      ) : (
        <Card flush>
          <ol aria-label={`Waiting for ${queue.title}`} className="divide-y divide-line">
            {tickets.map((ticket) => (
              <TicketRow key={ticket.appointmentId} ticket={ticket} asOf={asOf} turns={turns} />
            ))}
          </ol>
        </Card>
      )}
    </Section>
  );
}
