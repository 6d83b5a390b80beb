import type { ReactNode } from "react";
import type { Account } from "@/lib/domain/accounts/schema";
import { KeepAddress } from "@/components/email-changes/keep-address";
import { Card } from "@/components/ui/card";
import { ScrollToHash } from "@/components/ui/scroll-to-hash";
import { Section } from "@/components/ui/section";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";
import { SignOutEverywhere } from "./sign-out-everywhere";

type Props = {
  account: Account;
  /** The parts about notifications: on this device, and what comes where. */
  notifications: ReactNode;
};

/** What everyone may change about their own account; the same in every portal. */
export function AccountSettings({ account, notifications }: Props) {
  const { name, phone, timeZone, version, email, emailChangeUntil } = account;
  return (
    <>
      <ScrollToHash />
      <Section id="you" title="You" text={`You sign in as ${email}.`}>
        {emailChangeUntil ? <KeepAddress until={emailChangeUntil} /> : null}
        <Card>
          <ProfileForm name={name} phone={phone} timeZone={timeZone} version={version} />
        </Card>
      </Section>
      {notifications}
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
