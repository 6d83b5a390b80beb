import type { Metadata } from "next";
import type { Search } from "@/app/search-params";
import { SentMessagesPage } from "@/app/sent-messages-page";
import { listHospitalMessages } from "@/lib/domain/messages/queries";
import { routes } from "@/lib/site/routes";
import { requireDesk } from "../require-desk";

export const metadata: Metadata = { title: "Sent messages" };

export default async function SentPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor, hospital } = await requireDesk(routes.hospital.sent());
  return (
    <SentMessagesPage
      search={await searchParams}
      text="What your patients were told of their bookings, how and when. What a message says isn't shown."
      hrefOf={routes.hospital.sent}
      load={(query) => listHospitalMessages(actor, hospital.id, query)}
    />
  );
}
