import { MailOpen } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MailCard } from "@/components/administration/mail-card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { hasOutbox } from "@/lib/domain/administration/queries";
import { listOutbox } from "@/lib/domain/administration/list-outbox";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Outbox" };

export default async function OutboxPage() {
  const actor = await requireAdmin(routes.admin.mail());
  if (!hasOutbox()) notFound();
  const mails = await listOutbox(actor);
  return (
    <>
      <PageHeader
        title={mails.length === 0 ? "No mail yet" : "Unsent mail"}
        text={`No mail server is configured (SMTP_URL), so nothing is sent. The latest 50 emails are shown here.${mails.some(({ hasHiddenLink }) => hasHiddenLink) ? " Links that open someone's account are hidden." : ""}`}
      />
      {mails.length === 0 ? (
        <EmptyState
          icon={<MailOpen />}
          title="The outbox is empty"
          text="Unsent emails, such as password reset links, appear here."
        />
      ) : (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
          {mails.map((mail) => (
            <MailCard key={mail.id} mail={{ ...mail, createdAt: mail.createdAt.toISOString() }} />
          ))}
        </ul>
      )}
    </>
  );
}
