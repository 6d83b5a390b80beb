import type { Metadata } from "next";
import { OpenLink } from "@/components/sharing/open-link";
import { FormMessage } from "@/components/ui/form-message";

// Nothing about the record or the person who shares it: messengers and scanners look at this page too.
export const metadata: Metadata = {
  title: "Shared record",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

export default function SharedPage() {
  return (
    <div className="mx-auto max-w-xl px-4 pt-8 pb-12 sm:px-6">
      <h1 className="mb-6 text-3xl">A health record, shared with you</h1>
      <noscript>
        <FormMessage tone="wait" title="This page needs JavaScript">
          The key to the record stays in your browser, so that no one else learns it on the way. Turn JavaScript on, and
          open the link again.
        </FormMessage>
      </noscript>
      <OpenLink />
    </div>
  );
}
