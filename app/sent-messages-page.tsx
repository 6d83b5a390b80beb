import { Send } from "lucide-react";
import type { Route } from "next";
import { SentMessageList } from "@/components/messages/sent-message-list";
import { LeftOutNote } from "@/components/shell/left-out-note";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterLinks } from "@/components/ui/filter-links";
import { PageHeader } from "@/components/ui/page-header";
import { LoadMore } from "@/components/ui/pagination";
import { CHANNEL_LABELS, STATE_LABELS } from "@/lib/domain/messages/format";
import { sentMessagesQuery, type SentMessage, type SentMessagesQuery } from "@/lib/domain/messages/schema";
import { MESSAGE_CHANNELS, MESSAGE_STATES } from "@/lib/domain/messages/status";
import { loadFrom, readSearch, type Search } from "./search-params";

type Wanted = { channel?: string | undefined; state?: string | undefined; cursor?: string | undefined };
type Props = {
  search: Search;
  text: string;
  hrefOf: (wanted: Wanted) => Route;
  load: (query: SentMessagesQuery) => Promise<{ items: SentMessage[]; nextCursor: string | null }>;
  own?: boolean;
  back?: { href: Route; label: string };
};

const PAGE = 50;
const NONE_YET = {
  title: "Nothing sent yet",
  text: "Emails, notifications on devices, text messages and notices appear here as they are sent.",
};
const NONE_OF_THESE = { title: "Nothing here", text: "No message fits this choice. Choose another above." };

/** The messages an account, a hospital or the whole platform has sent: where, when, and what became of them. */
export async function SentMessagesPage({ search, text, hrefOf, load, own = false, back }: Props) {
  const read = readSearch(sentMessagesQuery.omit({ limit: true }), search);
  const { channel, state, cursor } = read.filter;
  const page = await loadFrom(cursor, (from) => load({ channel, state, limit: PAGE, cursor: from }));
  return (
    <>
      <PageHeader {...(back && { back })} title={own ? "Sent to you" : "Sent messages"} text={text} />
      <FilterLinks
        wraps
        label="Channel"
        links={[undefined, ...MESSAGE_CHANNELS].map((one) => ({
          label: one ? CHANNEL_LABELS[one] : "All channels",
          href: hrefOf({ channel: one, state }),
          isCurrent: channel === one,
        }))}
      />
      {own ? null : (
        <FilterLinks
          wraps
          label="State"
          links={[undefined, ...MESSAGE_STATES].map((one) => ({
            label: one ? STATE_LABELS[one] : "All states",
            href: hrefOf({ channel, state: one }),
            isCurrent: state === one,
          }))}
        />
      )}
      <LeftOutNote read={read} />
      {page.items.length === 0 ? (
        <EmptyState icon={<Send />} {...(channel || state ? NONE_OF_THESE : NONE_YET)} />
      ) : (
        <SentMessageList messages={page.items} own={own} />
      )}
      <LoadMore
        href={page.nextCursor ? hrefOf({ channel, state, cursor: page.nextCursor }) : null}
        label="Show earlier messages"
      />
    </>
  );
}
