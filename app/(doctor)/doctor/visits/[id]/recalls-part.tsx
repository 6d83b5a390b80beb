import { VisitRecalls } from "@/components/recalls/visit-recalls";
import type { Actor } from "@/lib/actor/actor";
import type { VisitCard } from "@/lib/domain/appointments/output";
import { listRecallsOfVisit } from "@/lib/domain/recalls/queries";
import { localDateAt } from "@/lib/platform/time/local-date";

type Props = { actor: Actor; visit: Pick<VisitCard, "id" | "doctorId" | "status" | "place"> };

/** When the patient is asked to come again; from the start of the visit on. */
export async function RecallsPart({ actor, visit }: Props) {
  const { id, doctorId, status, place } = visit;
  if (status !== "IN_PROGRESS" && status !== "COMPLETED") return null;
  const recalls = await listRecallsOfVisit(actor, id, doctorId);
  return <VisitRecalls appointmentId={id} recalls={recalls} today={localDateAt(new Date(), place.timeZone)} />;
}
