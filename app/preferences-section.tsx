import { PreferencesForm } from "@/components/preferences/preferences-form";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import type { Actor } from "@/lib/actor/actor";
import { toPreferencesOutput } from "@/lib/domain/preferences/output";
import { getOwnPreference } from "@/lib/domain/preferences/queries";
import type { ChoiceChannel } from "@/lib/domain/preferences/status";
import { config } from "@/lib/platform/config/config";
import { isMailSent } from "@/lib/platform/mail/send-mail";
import { isTextWritten } from "@/lib/platform/text-message/send-text";

/** The part of everyone's settings about what they hear of outside of the portal. */
export async function PreferencesSection({ actor }: { actor: Actor }) {
  const preference = await getOwnPreference(actor);
  return (
    <Section id="choices" title="How we contact you" text={leadOf(preference.hasPhone)}>
      <Card>
        <PreferencesForm
          preferences={toPreferencesOutput(preference)}
          channels={sentChannels()}
          hasPhone={preference.hasPhone}
        />
      </Card>
    </Section>
  );
}

/** Where this site sends anything. */
function sentChannels(): ChoiceChannel[] {
  return [
    ...(isMailSent() ? (["EMAIL"] as const) : []),
    ...(config.push ? (["PUSH"] as const) : []),
    ...(isTextWritten() ? (["SMS"] as const) : []),
  ];
}

function leadOf(hasPhone: boolean): string {
  return [
    "Everything is in your notifications here. Choose where else you hear of it, always in English. A choice in grey can't be turned off.",
    ...(isTextWritten() && !hasPhone ? ["For text messages, add your phone number above."] : []),
  ].join(" ");
}
