import { announceAway } from "@/lib/domain/disruptions/announce-away";
import { tellPatients } from "@/lib/domain/disruptions/tell-patients";
import { deliverNotifications } from "@/lib/domain/notifications/deliver-notifications";
import { config } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { pendingDeliveries } from "@/lib/platform/events/outbox";
import { inDays } from "../support/factories";
import { afterwards, awayOn, newPractice, visitAt, type Practice } from "./disruptions-harness";

/** The doctor is away in two days, and the patients have been told of it, by a relay that was interrupted. Returns the absence's ID. */
export async function callInSick(practice: Practice): Promise<string> {
  const { id } = await announceAway(practice.desk, awayOn(practice, 2));
  await tellPatients(id, afterwards());
  const all = await pendingDeliveries("notifications", 1000);
  const asking = all.filter(({ type }) => type === "appointment.needs-rebooking");
  await deliverNotifications(asking);
  await deliverNotifications(asking);
  return id;
}

/** What was queued to ask for another time for an appointment, by key. */
export const askedOf = (appointmentId: string) =>
  db.message.findMany({
    where: { about: `appointment:${appointmentId}`, reason: "appointment.needs-rebooking", channel: { not: "IN_APP" } },
    orderBy: { key: "asc" },
  });

/** The secrets of the links in these messages. */
export const tokensIn = (messages: { content: unknown }[]) =>
  messages.map(({ content }) => /#([\w-]{43})/.exec(JSON.stringify(content))?.[1] ?? "");

/** A patient's appointment that can't be kept, with the token of their link. */
export async function askedVisit({ practice }: { practice?: Practice } = {}) {
  const place = practice ?? (await newPractice());
  const visit = await visitAt(place, inDays(2, "09:00"));
  const disruptionId = await callInSick(place);
  const [token = ""] = tokensIn(await askedOf(visit.id));
  return { ...visit, practice: place, disruptionId, token };
}

/** Runs it where text messages are sent. */
export async function withTexts<T>(work: () => Promise<T>): Promise<T> {
  config.textMessages.gateway = { url: "http://localhost:1", headers: {}, body: "{to}{text}" };
  try {
    return await work();
  } finally {
    config.textMessages.gateway = undefined;
  }
}
