import type { Metadata } from "next";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { NotificationSections } from "@/app/notification-sections";
import { AccountSettings } from "@/components/accounts/account-settings";
import { countryOptions } from "@/components/ui/countries";
import { HospitalForm } from "@/components/hospitals/hospital-form";
import { HospitalProfile } from "@/components/hospitals/hospital-profile";
import { ReminderForm } from "@/components/reminders/reminder-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { getOwnAccount } from "@/lib/domain/accounts/queries";
import { isGuarded } from "@/lib/domain/doctors/schema-changes";
import { loadOwnHospital } from "@/lib/domain/hospitals/load-own-hospital";
import { timesText } from "@/lib/domain/reminders/format";
import { getReminderRule } from "@/lib/domain/reminders/queries";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Settings" };

const HINTS = {
  new: "What patients read about it. Changes appear on its public page at once.",
  verified:
    "What patients read about it. An administrator reviews changes to its name, address or phone; everything else appears on its public page at once.",
};

export default async function SettingsPage() {
  const { actor, isManager } = await requireDesk(routes.hospital.settings());
  const [account, hospital] = await Promise.all([getOwnAccount(actor), loadOwnHospital(actor)]);
  const { departments: _departments, ...profile } = hospital;
  const reminders = await getReminderRule(actor, { doctorId: null, hospitalId: hospital.id });
  return (
    <>
      <PageHeader title={`${hospital.name} and your account`} />
      <Section
        title="The hospital"
        text={
          isManager
            ? HINTS[isGuarded(hospital.verification) ? "verified" : "new"]
            : "What patients read about it. A manager can change it."
        }
      >
        <Card>
          {isManager ? (
            <HospitalForm hospital={profile} countries={countryOptions()} />
          ) : (
            <HospitalProfile hospital={hospital} />
          )}
        </Card>
      </Section>
      <Section title="Reminders" text="When patients are reminded of their appointments at the hospital.">
        <Card>
          {isManager ? (
            <ReminderForm {...reminders} hospitalId={hospital.id} />
          ) : (
            `${timesText((reminders.own ?? reminders.usual).minutesBefore)}. A manager can change it.`
          )}
        </Card>
      </Section>
      <AccountSettings account={account} notifications={<NotificationSections actor={actor} />} />
    </>
  );
}
