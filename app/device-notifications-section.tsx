import { DeviceNotifications } from "@/components/push/device-notifications";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/actor/actor";
import { toSubscriptionOutput } from "@/lib/domain/push/output";
import { listSubscriptions } from "@/lib/domain/push/queries";
import { config } from "@/lib/platform/config/config";
import { pushPublicKey } from "@/lib/platform/push/vapid";
import { sessionMark } from "./session-mark";

/** The part of everyone's settings about notifications on this device. */
export async function DeviceNotificationsSection({ actor }: { actor: Actor }) {
  const publicKey = pushPublicKey();
  return (
    <Section id="device-notifications" title="Notifications on this device">
      {publicKey === null ? (
        <Card>
          <p className="text-quiet">This site sends no notifications to devices.</p>
        </Card>
      ) : (
        <DeviceNotifications
          userId={actor.userId ?? ""}
          session={sessionMark(actor)}
          build={config.build}
          publicKey={publicKey}
          items={(await listSubscriptions(actor)).map(toSubscriptionOutput)}
        />
      )}
    </Section>
  );
}
