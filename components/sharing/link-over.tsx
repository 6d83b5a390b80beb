import { Link2Off } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

const WORDS = {
  unknown: {
    title: "This link doesn’t work",
    text: "Part of it may be missing. Ask for the link again, or scan the code once more.",
  },
  over: { title: "This link has expired", text: "Ask the person who shared the record for a new link." },
  revoked: {
    title: "This link was ended",
    text: "The person who shared the record has ended it. Ask them for a new one.",
  },
  elsewhere: {
    title: "This link was opened on another device",
    text: "It opens on one device only. Ask the person who shared the record for a new link.",
  },
  "used-up": {
    title: "This link was opened on other devices",
    text: "It can’t be opened on any more devices. Ask the person who shared the record for a new link.",
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
