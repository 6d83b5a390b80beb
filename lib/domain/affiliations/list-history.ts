import { unsafeListTrail, unsafeListTrails } from "@/lib/domain/history/queries";
import { actorLabel, historyItemsOf } from "@/lib/domain/history/rules";
import type { HistoryItem, TrailEntry } from "@/lib/domain/history/schema";
import { isStaffOf, type Actor } from "@/lib/actor/actor";
import { db } from "@/lib/platform/db/db";
import { getAffiliation } from "./queries";

const WORDS: Record<string, string> = {
  "invitation.create": "Invited",
  "invitation.request": "Asked to join",
  "invitation.accept": "Joined",
  "affiliation.suspended": "Suspended",
  "affiliation.reinstated": "Reinstated",
  "affiliation.ended": "Left",
  "affiliation.assign-department": "Moved to another department",
};

/**
 * Returns what happened between a doctor and a hospital since the invitation, and who did it. Throws `not-found` as
 * `getAffiliation` does.
 */
export async function listAffiliationHistory(actor: Actor, id: string): Promise<HistoryItem[]> {
  const { hospitalId } = await getAffiliation(actor, id);
  const invitations = await db.doctorInvitation.findMany({
    where: { affiliationId: id },
    select: { id: true },
    take: 10,
  });
  const [begun, since] = await Promise.all([
    unsafeListTrails(
      "invitation",
      invitations.map((one) => one.id),
    ),
    unsafeListTrail("affiliation", id),
  ]);
  const trail = [...[...begun.values()].flat(), ...since].sort((a, b) => a.at.getTime() - b.at.getTime());
  return historyItemsOf(trail, WORDS, (entry) => actorLabelHere(entry, actor, hospitalId));
}

/** The hospital's people see each other's names; the doctor sees the hospital. */
function actorLabelHere(entry: TrailEntry, actor: Actor, hospitalId: string): string | null {
  if (entry.as !== "staff") return actorLabel(entry, { side: "practice", userId: actor.userId });
  const name = isStaffOf(actor, hospitalId) || actor.isAdmin ? entry.userName : null;
  return `${name ?? "The hospital"}${entry.via === "token" ? ", through the API" : ""}`;
}
