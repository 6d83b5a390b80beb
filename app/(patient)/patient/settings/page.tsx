import type { Metadata } from "next";
import { NotificationSections } from "@/app/notification-sections";
import { AccountSettings } from "@/components/accounts/account-settings";
import { PageHeader } from "@/components/ui/page-header";
import { requirePageActor } from "@/lib/actor/session";
import { getOwnAccount } from "@/lib/domain/accounts/queries";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const actor = await requirePageActor(routes.patient.settings());
  const account = await getOwnAccount(actor);
  return (
    <>
      <PageHeader title="Your account" />
      <div className="max-w-2xl">
        <AccountSettings account={account} notifications={<NotificationSections actor={actor} />} />
      </div>
    </>
  );
}
