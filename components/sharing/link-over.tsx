import { Link2Off } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

const WORDS = {
  unknown: {
    title: "This link doesn’t work",
    text: "Perhaps part of it is missing. Ask whoever sent it to send it again, or scan the code once more.",
  },
  over: { title: "The time of this link is over", text: "Ask whoever shared the record for a new one." },
  revoked: { title: "This link was ended", text: "Whoever shared the record has ended it. Ask them for a new one." },
  elsewhere: {
    title: "This link was opened on another device",
    text: "It opens on one device only. Ask whoever shared the record for a new one.",
  },
  "used-up": {
    title: "This link was opened on other devices",
    text: "It opens on no more of them. Ask whoever shared the record for a new one.",
  },
  "not-here": {
    title: "Nothing is open here",
    text: "A shared record opens in the browser that has opened its link. Open the link again, or ask for a new one.",
  },
} as const;

export type WhyOver = keyof typeof WORDS;

/** Why a link opens nothing, and what to do. */
export function LinkOver({ why }: { why: WhyOver }) {
  return <EmptyState icon={<Link2Off />} {...WORDS[why]} />;
}
