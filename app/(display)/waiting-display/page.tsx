import type { Metadata } from "next";
import { OpenDisplay } from "@/components/displays/open-display";
import { FormMessage } from "@/components/ui/form-message";

export const metadata: Metadata = {
  title: "Waiting room",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

export default function OpenDisplayPage() {
  return (
    <div className="mx-auto grid max-w-3xl gap-6 p-6 pt-16">
      <h1 className="text-3xl">Waiting room</h1>
      <noscript>
        <FormMessage tone="wait" title="This page needs JavaScript">
          The key to the screen stays in its browser. Turn JavaScript on, and open the address again.
        </FormMessage>
      </noscript>
      <OpenDisplay />
    </div>
  );
}
