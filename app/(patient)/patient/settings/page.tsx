import type { Metadata } from "next";
import { AccountSettings } from "@/components/accounts/account-settings";
import { PatientList } from "@/components/patients/patient-list";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { getOwnAccount } from "@/lib/domain/accounts/queries";
import { listOwnPatients } from "@/lib/domain/patients/queries";
import { requirePageActor } from "@/lib/actor/session";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const actor = await requirePageActor(routes.patient.settings());
  const [account, patients] = await Promise.all([getOwnAccount(actor), listOwnPatients(actor)]);
  return (
    <>
      <PageHeader title="Your account and family" />
      <div className="max-w-2xl">
        <Section title="Family and dependants" text="You can see their appointments and records, and act for them.">
          <PatientList patients={patients} />
        </Section>
        <div className="mt-8">
          <AccountSettings account={account} />
        </div>
      </div>
    </>
  );
}
