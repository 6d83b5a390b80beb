import type { Metadata } from "next";
import { NotificationSections } from "@/app/notification-sections";
import { AccountSettings } from "@/components/accounts/account-settings";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { getOwnAccount } from "@/lib/domain/accounts/queries";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const actor = await requireAdmin(routes.admin.settings());
  return (
    <>
      <PageHeader title="Account and security" />
      <AccountSettings account={await getOwnAccount(actor)} notifications={<NotificationSections actor={actor} />} />
    </>
  );
}
