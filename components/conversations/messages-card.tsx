import { MessageSquare } from "lucide-react";
import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { counted } from "@/lib/platform/text/counted";

type Props = {
  /** Nothing where no one has written yet. */
  mark: { messages: number; isUnread: boolean } | undefined;
  href: Route;
  /** With whom: "the practice", "the patient". */
  other: string;
};

/** The messages about a visit, on its page: how many, whether there is something new, and the way to them. */
export function MessagesCard({ mark, href, other }: Props) {
  const isUnread = mark?.isUnread ?? false;
  return (
    <Card as="section" aria-label="Messages about this appointment" className="print:hidden">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <MessageSquare aria-hidden className="size-6 shrink-0 text-accent" />
        <div className="min-w-0 flex-[1_1_10rem]">
          <h2 className="text-base">{isUnread ? `New message from ${other}` : "Messages"}</h2>
          <p className="text-sm text-quiet">
            {mark
              ? `${counted(mark.messages, "message")} about this appointment.`
              : `Write to ${other} about this appointment.`}
          </p>
        </div>
        <Button asChild variant={isUnread ? "primary" : "secondary"}>
          <Link href={href}>{mark ? "Open messages" : "Write a message"}</Link>
        </Button>
      </div>
    </Card>
  );
}
