import type { Metadata } from "next";
import type { Search } from "@/app/search-params";
import { SentMessagesPage } from "@/app/sent-messages-page";
import { requireDoctor } from "../../require-doctor";
import { listOwnMessages } from "@/lib/domain/messages/queries";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Sent to you" };

export default async function SentPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireDoctor(routes.doctor.sent());
  return (
    <SentMessagesPage
      own
      back={{ href: routes.doctor.notifications(), label: "Notifications" }}
      search={await searchParams}
      text="What we sent to your account, how and when."
      hrefOf={routes.doctor.sent}
      load={(query) => listOwnMessages(actor, query)}
    />
  );
}
