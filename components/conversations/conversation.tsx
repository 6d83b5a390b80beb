import { MessageSquare } from "lucide-react";
import type { Route } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FormMessage } from "@/components/ui/form-message";
import { LocalTime } from "@/components/ui/local-time";
import { LoadMore } from "@/components/ui/pagination";
import type { ConversationOutput } from "@/lib/domain/conversations/schema";
import { isPatientSide } from "@/lib/domain/conversations/status";
import { Composer } from "./composer";
import { MarkAsRead } from "./mark-as-read";
import { MessageList } from "./message-list";
import { NotForEmergencies } from "./not-for-emergencies";
import { PracticeHours } from "./practice-hours";

type Props = {
  conversation: ConversationOutput;
  templates: readonly string[];
  earlier: Route | null;
  /** Whether these are the latest messages: older ones are read without writing. */
  isLatest: boolean;
};

/** The messages about a visit, and where another one is written. */
export function Conversation({ conversation, templates, earlier, isLatest }: Props) {
  const { appointmentId, side, items, reads, hours, latest } = conversation;
  const isPatient = isPatientSide(side);
  return (
    <div className="grid max-w-3xl gap-5">
      {isPatient ? <NotForEmergencies /> : null}
      {isPatient && hours ? <PracticeHours hours={hours} /> : null}
      <LoadMore href={earlier} label="Show earlier messages" />
      {items.length > 0 ? (
        <MessageList items={items} reads={reads} side={side} />
      ) : (
        <EmptyState
          icon={<MessageSquare />}
          title="No messages yet"
          text={
            isPatient
              ? "Only the practice you have this appointment with can read what you write here."
              : "What is written here is read by the patient’s side, the doctor and the front desk of this appointment."
          }
        />
      )}
      {isLatest ? <MarkAsRead appointmentId={appointmentId} upTo={latest} /> : null}
      {isLatest ? <Writing conversation={conversation} templates={templates} isPatient={isPatient} /> : null}
    </div>
  );
}

type WritingProps = Pick<Props, "conversation" | "templates"> & { isPatient: boolean };

function Writing({ conversation, templates, isPatient }: WritingProps) {
  const { appointmentId, mayWrite, openUntil, isReachable } = conversation;
  if (openUntil === null)
    return (
      <FormMessage tone="accent" title="Messages about this appointment are closed">
        {isPatient ? "Call the practice if you still need something." : "Call the patient if something is still open."}
      </FormMessage>
    );
  if (!mayWrite)
    return (
      <FormMessage tone="accent" title="You can read these messages">
        Only the patient, and those who may book for them, can write.
      </FormMessage>
    );
  if (!isPatient && !isReachable)
    return (
      <FormMessage tone="accent" title="This patient can’t read messages">
        No account acts for them. Call them instead.
      </FormMessage>
    );
  return (
    <Card as="section" aria-label="Write a message">
      <Composer appointmentId={appointmentId} templates={templates} />
      <p className="mt-2 text-sm text-quiet">
        You can write until <LocalTime instant={openUntil} otherTime={false} />.
      </p>
    </Card>
  );
}
