import { MailOpen } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MailCard } from "@/components/administration/mail-card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireAdmin } from "@/app/(admin)/admin/require-admin";
import { outboxChannels } from "@/lib/domain/administration/queries";
import { listOutbox } from "@/lib/domain/administration/list-outbox";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Outbox" };

export default async function OutboxPage() {
  const actor = await requireAdmin(routes.admin.mail());
  const channels = outboxChannels();
  if (channels.length === 0) notFound();
  const kept = channels.includes("EMAIL")
    ? { title: "Unsent mail", none: "No mail yet", why: "No mail server is configured (SMTP_URL), so nothing is sent." }
    : {
        title: "Unsent texts",
        none: "No texts yet",
        why: "Text messages are in the sandbox (SMS_URL), so none is sent.",
      };
  const mails = await listOutbox(actor);
  return (
    <>
      <PageHeader
        title={mails.length === 0 ? kept.none : kept.title}
        text={`${kept.why} The latest 50 messages are shown here.${mails.some(({ hasHiddenLink }) => hasHiddenLink) ? " Links that open someone's account are hidden." : ""}`}
      />
      {mails.length === 0 ? (
        <EmptyState
          icon={<MailOpen />}
          title="The outbox is empty"
          text="Unsent messages, such as password reset links, appear here."
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
