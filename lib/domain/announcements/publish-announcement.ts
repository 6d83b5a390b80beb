import type { Actor } from "@/lib/actor/actor";
import { recordChange } from "@/lib/actor/record";
import { inTransaction } from "@/lib/actor/transaction";
import { AppError, notFound, type FieldError } from "@/lib/platform/errors/app-error";
import { announcementEvent } from "./events";
import { canAnnounce } from "./policy";
import { publishedSelect, toPublished } from "./queries";
import type { AnnouncementInput, Published } from "./schema";

/**
 * Publishes an announcement: open pages of the portals it is for show it within seconds, or from its start on. It never changes;
 * what was wrong is ended and said again. Throws `not-found` for everyone but administrators, `invalid` for times that aren't in
 * order or are over.
 */
export async function publishAnnouncement(actor: Actor, input: AnnouncementInput): Promise<Published> {
  if (!canAnnounce(actor)) throw notFound();
  const now = new Date();
  const { text, level, audience, endsAt, maintenance } = input;
  const startsAt = input.startsAt ? new Date(input.startsAt) : now;
  requireOrder(input, startsAt, now);
  return inTransaction(actor, async (tx) => {
    const row = await tx.announcement.create({
      data: {
        ...{ text, level, audience, startsAt },
        endsAt: endsAt ? new Date(endsAt) : null,
        maintenanceFrom: maintenance ? new Date(maintenance.from) : null,
        maintenanceUntil: maintenance ? new Date(maintenance.until) : null,
        createdByUserId: actor.userId ?? "",
      },
      select: publishedSelect,
    });
    const details = { level, audience };
    await recordChange(
      tx,
      actor,
      { action: "announcement.publish", subject: "announcement", subjectId: row.id, details },
      [announcementEvent("published", row.id)],
    );
    return toPublished(row);
  });
}

function requireOrder({ endsAt, maintenance }: AnnouncementInput, startsAt: Date, now: Date): void {
  const fields: FieldError[] = [];
  if (endsAt && Date.parse(endsAt) <= Math.max(startsAt.getTime(), now.getTime()))
    fields.push({ path: "endsAt", message: "Choose a time after it starts that is yet to come" });
  if (maintenance && Date.parse(maintenance.until) <= Date.parse(maintenance.from))
    fields.push({ path: "maintenance.until", message: "Choose a time after the start" });
  if (fields.length > 0) throw new AppError("invalid", fields[0]!.message, { fields });
}
