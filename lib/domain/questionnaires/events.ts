import type { EventDraft } from "@/lib/actor/record";

type Owned = { id: string; doctorId: string | null; hospitalId: string | null };

/** A questionnaire was begun, its draft changed, a version published, or it is no longer asked. */
export function questionnaireEvent(
  type: `questionnaire.${"added" | "changed" | "published" | "withdrawn"}`,
  { id, doctorId, hospitalId }: Owned,
): EventDraft {
  return {
    type,
    aggregate: "questionnaire",
    aggregateId: id,
    audience: [doctorId ? `doctor:${doctorId}` : `hospital:${hospitalId ?? ""}`],
    refs: { questionnaireId: id },
    // Those it no longer asks lose the notification.
    sinks: type === "questionnaire.withdrawn" ? ["channels", "notifications"] : ["channels"],
  };
}

/** A visit was booked before which something is asked, and there are no answers yet. */
export function answersRequested({ id, patientId }: { id: string; patientId: string }): EventDraft {
  return {
    type: "answers.requested",
    aggregate: "answers",
    aggregateId: id,
    audience: [`keeper:${patientId}`],
    refs: { appointmentId: id, patientId },
    sinks: ["notifications"],
  };
}

type Answered = { appointmentId: string; patientId: string; doctorId: string; hospitalId: string | null };

/** The answers for an appointment were sent, or sent again with corrections. The hospital learns no more than this. */
export function answersSubmitted({ appointmentId, patientId, doctorId, hospitalId }: Answered): EventDraft {
  return {
    type: "answers.submitted",
    aggregate: "answers",
    aggregateId: appointmentId,
    audience: [`record:${patientId}`, `doctor:${doctorId}`, ...(hospitalId ? [`hospital:${hospitalId}` as const] : [])],
    refs: { appointmentId, patientId },
    sinks: ["channels", "notifications"],
  };
}
