import type { Audience } from "@/lib/actor/audience";
import type { EventDraft } from "@/lib/actor/record";
import { isPatientSide, type Side } from "./status";

type Visit = { id: string; patientId: string; doctorId: string; hospitalId: string | null };

/** A side has written about a visit; the other one is notified. */
export function messageSent(visit: Visit, side: Side): EventDraft {
  const type = isPatientSide(side) ? "conversation.patient-wrote" : "conversation.practice-wrote";
  return { ...about(visit), type, sinks: ["channels", "notifications"] };
}

/** Someone has read up to another message. */
export function conversationRead(visit: Visit): EventDraft {
  return { ...about(visit), type: "conversation.read", sinks: ["channels"] };
}

function about({ id, patientId, doctorId, hospitalId }: Visit): Omit<EventDraft, "type" | "sinks"> {
  const audience: Audience[] = [`patient:${patientId}`, `doctor:${doctorId}`];
  if (hospitalId) audience.push(`hospital:${hospitalId}`);
  return {
    aggregate: "conversation",
    aggregateId: id,
    audience,
    refs: { appointmentId: id, doctorId, patientId },
  };
}

/** The templates of a doctor or a hospital have changed. */
export function templatesChanged(owner: { doctorId: string | null; hospitalId: string | null }): EventDraft {
  const { doctorId, hospitalId } = owner;
  return {
    type: "templates.changed",
    aggregate: "templates",
    aggregateId: doctorId ?? hospitalId ?? "",
    audience: [doctorId ? `doctor:${doctorId}` : `hospital:${hospitalId ?? ""}`],
    sinks: ["channels"],
  };
}
