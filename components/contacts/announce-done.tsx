import { toast } from "@/components/ui/toast";
import { countText, notifiedText } from "@/lib/domain/contacts/format";
import type { Notified, NotifiedCount } from "@/lib/domain/contacts/schema";
import { PhoneLink } from "./phone-link";

/** Long enough to pick up a phone; after that the To call list has it. */
const TO_PHONE_MS = 30_000;

/** Announces that something is done, and who was notified, never claiming more than that. `more` comes before it. */
export function announceDone(done: string, notified: Notified, more?: string): void {
  const text = notifiedText(notified);
  const description = [more, text].filter(Boolean).join(" ");
  if (notified?.by !== "PHONE" && notified?.by !== "NONE") {
    toast.success(done, description ? { description } : undefined);
    return;
  }
  toast.warning(done, {
    duration: TO_PHONE_MS,
    description: (
      <>
        {description} {notified.phone ? <PhoneLink phone={notified.phone} /> : null}
      </>
    ),
  });
}

/** The same for a change that concerns several people. */
export function announceDoneToMany(done: string, notified: NotifiedCount, more?: string): void {
  const description = [more, countText(notified)].filter(Boolean).join(" ");
  const said = description ? { description } : {};
  if (notified.toCall > 0) toast.warning(done, { ...said, duration: TO_PHONE_MS });
  else toast.success(done, said);
}

/** The same with what an action's answer says about who was notified, if anything. */
export function announceResult(done: string, data: unknown): void {
  const notified =
    typeof data === "object" && data !== null && "notified" in data
      ? (data as { notified: Notified | NotifiedCount }).notified
      : null;
  if (notified && "toCall" in notified) announceDoneToMany(done, notified);
  else announceDone(done, notified);
}
