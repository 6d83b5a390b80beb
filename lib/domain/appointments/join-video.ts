import { createHmac } from "node:crypto";
import type { Actor } from "@/lib/actor/actor";
import { config } from "@/lib/platform/config/config";
import { AppError } from "@/lib/platform/errors/app-error";
import { rolesFor } from "./policy";
import { getAppointmentCard, type AppointmentCard } from "./queries";
import { checkVideo, videoOpensAt } from "./rules/video";
import type { VideoLink } from "./schema";

/**
 * Returns the video room of a visit, from ten minutes before until the end, to the patient and the doctor only. It
 * appears nowhere else: not in events, mails, logs or calendar files. Throws `not-found`, `forbidden` (the front desk),
 * `video-closed` (too early, over, no video visit), `no-video-link`.
 */
export async function joinVideo(actor: Actor, id: string, now: Date = new Date()): Promise<VideoLink> {
  const card = await getAppointmentCard(actor, id);
  if (!rolesFor(actor, card).some((role) => role === "patient" || role === "doctor")) {
    throw new AppError("forbidden", "Only the patient and the doctor can join.");
  }
  const [from, until] = [videoOpensAt(card).toISOString(), card.endsAt.toISOString()];
  const verdict = checkVideo(card, now);
  if (verdict === "no-video") throw new AppError("video-closed", "This isn't a confirmed video appointment.");
  if (verdict !== "open") {
    throw new AppError(
      "video-closed",
      verdict === "over" ? "This appointment is over." : "You can join from ten minutes before the appointment.",
      { extra: { from, until } },
    );
  }
  const url = videoUrlOf(card);
  if (!url) throw new AppError("no-video-link", "The practice hasn't set up a video link. Please call them.");
  return { url, from, until };
}

/** Tells whether there will be a link, without revealing it. */
export function hasVideoLink(card: AppointmentCard): boolean {
  return card.mode === "VIDEO" && videoUrlOf(card) !== null;
}

/** The place's own room, else the doctor's, else the configured provider's room for this visit. */
function videoUrlOf({ id, hospital, doctor }: AppointmentCard): string | null {
  const own = hospital?.videoUrl ?? doctor.videoUrl;
  if (own || !config.video.baseUrl) return own;
  // Unguessable and not stored: only this server can derive the same name again.
  const room = createHmac("sha256", config.auth.secret).update(`video-room\n${id}`).digest("base64url");
  return `${config.video.baseUrl.replace(/\/+$/, "")}/caresync-${room}`;
}
