import type { Account } from "@/lib/domain/accounts/schema";
import { Card } from "@/components/ui/card";
import { ScrollToHash } from "@/components/ui/scroll-to-hash";
import { Section } from "@/components/ui/section";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";
import { SignOutEverywhere } from "./sign-out-everywhere";

/** What everyone may change about their own account; the same in every portal. */
export function AccountSettings({ account }: { account: Account }) {
  const { name, phone, timeZone, version, email } = account;
  return (
    <>
      <ScrollToHash />
      <Section id="you" title="You" text={`You sign in as ${email}.`}>
        <Card>
          <ProfileForm name={name} phone={phone} timeZone={timeZone} version={version} />
        </Card>
      </Section>
      <Section id="password" title="Password" text="Changing it signs out all your other devices.">
        <Card>
          <PasswordForm email={email} />
        </Card>
      </Section>
      <Section id="devices" title="Devices" text="Lost a phone, or used someone else's computer?">
        <Card>
          <SignOutEverywhere />
        </Card>
      </Section>
    </>
  );
}
