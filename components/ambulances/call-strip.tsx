"use client";
import { ChevronDown, Phone } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { useReader, useZoneWasGuessed } from "@/components/ui/reader";
import { EMERGENCY_NUMBER } from "@/lib/domain/ambulances/format";
import { telHref } from "@/lib/platform/text/phone";
import { EMERGENCY_NUMBERS, likelyNumber } from "./emergency-numbers";

/** At the top of the page: the number to phone when a life is in danger. All others are one tap away. */
export function CallStrip() {
  const { timeZone } = useReader();
  const first = likelyNumber(timeZone);
  const isTheOne = first.number === EMERGENCY_NUMBER;
  // Reserves the line's room until the reader's zone is known: nothing below may shift under a finger.
  const keepsRoom = useZoneWasGuessed();
  return (
    <section aria-label="Emergency numbers" className="rounded-lg bg-stop-soft p-3 sm:p-4">
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1 text-sm">
          <strong className="block font-semibold text-stop">Emergency? Call now.</strong>
          <span>{first.where}</span>
        </p>
        <a
          href={telHref(first.number)}
          className="inline-flex h-14 shrink-0 items-center gap-2 rounded-md bg-alarm px-5 text-xl font-semibold text-alarm-ink tabular hover:bg-alarm-strong [&_svg]:size-5"
        >
          <Phone aria-hidden />
          <span className="sr-only">Call </span>
          <span>{first.number}</span>
        </a>
      </div>
      {isTheOne && !keepsRoom ? null : (
        <p className={cn("mt-1 text-sm", isTheOne && "invisible")}>
          From a mobile phone also{" "}
          <a href={telHref(EMERGENCY_NUMBER)} className="touch-target font-semibold text-stop tabular underline">
            {EMERGENCY_NUMBER}
          </a>
          .
        </p>
      )}
      <OtherCountries />
    </section>
  );
}

function OtherCountries() {
  return (
    <details className="group mt-1">
      <summary className="touch-target inline-flex min-h-8 list-none items-center gap-1 rounded-sm text-sm font-medium text-stop hover:underline pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        Other countries
        <ChevronDown aria-hidden className="size-4 group-open:rotate-180" />
      </summary>
      <ul className="mt-2 grid gap-2 sm:grid-cols-2">
        {EMERGENCY_NUMBERS.map(({ where, number }) => (
          <li key={where}>
            <a
              href={telHref(number)}
              className="flex min-h-12 items-center justify-between gap-4 rounded-md border border-line bg-surface px-4 py-1 hover:border-stop"
            >
              <span className="text-sm">{where}</span>
              <span className="text-lg font-semibold text-stop tabular">{number}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
