import type { Actor } from "@/lib/actor/actor";
import { DeviceNotificationsSection } from "./device-notifications-section";
import { PreferencesSection } from "./preferences-section";

/** The parts of everyone's settings about notifications. */
export function NotificationSections({ actor }: { actor: Actor }) {
  return (
    <>
      <PreferencesSection actor={actor} />
      <DeviceNotificationsSection actor={actor} />
    </>
  );
}
