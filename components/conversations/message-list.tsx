"use client";
import { Check } from "lucide-react";
import { FileList } from "@/components/files/file-list";
import { cn } from "@/components/ui/cn";
import { LocalTime } from "@/components/ui/local-time";
import { authorText, readsAt, readText } from "@/lib/domain/conversations/format";
import type { ConversationOutput } from "@/lib/domain/conversations/schema";
import { isPatientSide } from "@/lib/domain/conversations/status";

type Props = Pick<ConversationOutput, "items" | "reads" | "side">;
type Message = ConversationOutput["items"][number];

/** The messages of a page, oldest first, with how far the other side has read. */
export function MessageList({ items, reads, side }: Props) {
  const marks = readsAt(items, side, reads);
  return (
    <ol aria-label="Messages" className="grid gap-4">
      {items.toReversed().map((message) => (
        <li key={message.id} className="grid gap-1">
          <MessageBubble message={message} isOwnSide={isPatientSide(message.side) === isPatientSide(side)} />
          {(marks.get(message.number) ?? []).map((read) => (
            <p key={read.side} className="flex items-center justify-end gap-1 text-xs text-quiet">
              <Check aria-hidden className="size-3.5 shrink-0" />
              <span>
                {readText(read.side)}, <LocalTime instant={read.readAt} otherTime={false} />
              </span>
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

function MessageBubble({ message, isOwnSide }: { message: Message; isOwnSide: boolean }) {
  const { id, text, file, sentAt } = message;
  return (
    <article
      className={cn(
        "grid max-w-[min(34rem,90%)] min-w-0 gap-1 rounded-lg border border-line px-4 py-3",
        isOwnSide ? "justify-self-end bg-accent-soft" : "justify-self-start bg-surface",
      )}
    >
      <p className="text-sm">
        <span className="font-semibold">{authorText(message)}</span>
        <span className="text-quiet">
          {" · "}
          <LocalTime instant={sentAt} otherTime={false} />
        </span>
      </p>
      {text ? <p className="wrap-anywhere whitespace-pre-line">{text}</p> : null}
      {file ? <FileList files={[{ id, ...file }]} hrefOf={(one) => `/api/message-files/${one}`} /> : null}
    </article>
  );
}
