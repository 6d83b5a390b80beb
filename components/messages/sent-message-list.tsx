import { DataList, type DataColumn } from "@/components/ui/data-list";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { answerWords, CHANNEL_LABELS, reasonWords, stateBadge } from "@/lib/domain/messages/format";
import type { SentMessage } from "@/lib/domain/messages/schema";
import { routes } from "@/lib/site/routes";
import { ResendButton } from "./resend-button";

type Column = DataColumn<SentMessage>;

const WHAT: Column = { key: "what", header: "About", phone: "title", cell: ({ reason }) => reasonWords(reason) };
const STATE: Column = {
  key: "state",
  header: "State",
  phone: "aside",
  cell: (message) => <StatusBadge {...stateBadge(message)} />,
};
const CHANNEL: Column = { key: "channel", header: "By", cell: ({ channel }) => CHANNEL_LABELS[channel] };
const WHEN: Column = {
  key: "when",
  header: "When",
  cell: ({ endedAt, nextAttemptAt, dueAt }) => (
    <LocalTime style="dated-time" instant={endedAt ?? nextAttemptAt ?? dueAt} className="tabular" />
  ),
};
const WHO: Column = {
  key: "who",
  header: "To",
  cell: ({ recipient, recipientId }) => {
    if (recipient === null) return <span className="text-quiet">No account</span>;
    if (recipientId === null) return recipient;
    return (
      <Link href={routes.admin.person(recipientId)} className="hover:underline">
        {recipient}
      </Link>
    );
  },
};
const ATTEMPTS: Column = {
  key: "attempts",
  header: "Attempts",
  // A notice is there with what it is about.
  cell: ({ channel, attempts, answer }) =>
    channel === "IN_APP" ? null : (
      <span className="tabular">
        {attempts}
        {answer ? <span className="text-quiet"> · {answerWords(answer)}</span> : null}
      </span>
    ),
};
const AGAIN: Column = {
  key: "again",
  header: "Send again",
  align: "end",
  cell: ({ id, canResend, reason }) => (canResend ? <ResendButton id={id} what={reasonWords(reason)} /> : null),
};

/** What was sent, by which channel, when, and what became of it; never what it said. `own`: of the reader's account. */
export function SentMessageList({ messages, own = false }: { messages: SentMessage[]; own?: boolean }) {
  const columns = own ? [WHAT, STATE, CHANNEL, WHEN] : [WHAT, STATE, WHO, CHANNEL, WHEN, ATTEMPTS, AGAIN];
  return (
    <DataList
      caption={own ? "Sent to you" : "Sent messages"}
      rows={messages}
      rowKey={({ id }) => id}
      columns={columns}
    />
  );
}
