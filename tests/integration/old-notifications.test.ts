import { expect, it } from "vitest";
import { removeOldNotifications } from "@/lib/domain/notifications/remove-old-notifications";
import { KEPT_DAYS } from "@/lib/domain/notifications/rules";
import { db } from "@/lib/platform/db/db";
import { createUser } from "../support/factories";

const DAY = 86_400_000;

it("notices of two years ago are removed, read or not, however many there are; newer ones stay", async () => {
  const { id: userId } = await createUser();
  const made = (count: number, days: number) =>
    db.notification.createMany({
      data: Array.from({ length: count }, (_, n) => ({
        userId,
        eventId: crypto.randomUUID(),
        type: "appointment.booked",
        readAt: n % 2 ? new Date() : null,
        createdAt: new Date(Date.now() - days * DAY),
      })),
    });
  await made(1_001, KEPT_DAYS + 1);
  await made(3, KEPT_DAYS - 1);
  expect(await removeOldNotifications()).toBe(1_001);
  expect(await db.notification.count({ where: { userId } })).toBe(3);
  expect(await removeOldNotifications()).toBe(0);
});
