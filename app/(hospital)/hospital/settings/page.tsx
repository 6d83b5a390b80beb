import type { Metadata } from "next";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { AccountSettings } from "@/components/accounts/account-settings";
import { countryOptions } from "@/components/ui/countries";
import { HospitalForm } from "@/components/hospitals/hospital-form";
import { HospitalProfile } from "@/components/hospitals/hospital-profile";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { getOwnAccount } from "@/lib/domain/accounts/queries";
import { isGuarded } from "@/lib/domain/doctors/schema-changes";
import { loadOwnHospital } from "@/lib/domain/hospitals/load-own-hospital";
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
      <AccountSettings account={account} />
    </>
  );
}
