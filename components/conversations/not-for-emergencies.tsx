"use client";
import { Siren } from "lucide-react";
import { likelyNumber } from "@/components/ambulances/emergency-numbers";
import { Link } from "@/components/ui/link";
import { useReader } from "@/components/ui/reader";
import { telHref } from "@/lib/platform/text/phone";
import { routes } from "@/lib/site/routes";

/** Says before anything is typed that a message is no way to get help quickly. */
export function NotForEmergencies() {
  // Three digits everywhere, so that nothing moves once the reader’s zone is known.
  const { number } = likelyNumber(useReader().timeZone);
  return (
    <div role="note" className="flex items-start gap-3 rounded-lg bg-stop-soft p-3 text-sm sm:p-4">
      <Siren aria-hidden className="mt-0.5 size-5 shrink-0 text-stop" />
      <p>
        <strong className="font-semibold text-stop">Not for emergencies.</strong> Messages may be read hours later. In
        an emergency, call{" "}
        <a href={telHref(number)} className="touch-target font-semibold text-stop tabular underline">
          {number}
        </a>{" "}
        (or the number of the country you are in), or{" "}
        <Link href={routes.emergency.request()} className="touch-target font-semibold text-stop underline">
          request an ambulance
        </Link>
        .
      </p>
    </div>
  );
}
