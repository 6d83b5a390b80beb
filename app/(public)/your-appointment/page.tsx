import type { Metadata } from "next";
import { FormMessage } from "@/components/ui/form-message";
import { OpenVisitLink } from "@/components/visit-links/open-visit-link";

// Nothing about the appointment or its patient: what scans messages for links looks at this page too.
export const metadata: Metadata = {
  title: "Your appointment",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

export default function YourAppointmentPage() {
  return (
    <div className="mx-auto max-w-xl px-4 pt-8 pb-12 sm:px-6">
      <h1 className="mb-6 text-3xl">Your appointment</h1>
      <noscript>
        <FormMessage tone="wait" title="This page needs JavaScript">
          The key in the link stays in your browser, so that no one else learns it on the way. Turn JavaScript on, and
          open the link again.
        </FormMessage>
      </noscript>
      <OpenVisitLink />
    </div>
  );
}
