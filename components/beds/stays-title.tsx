"use client";
import { LocalTime } from "@/components/ui/local-time";
import { formatInstant } from "@/components/ui/format-instant";
import { LocaleText } from "@/components/ui/locale-text";
import { useReader } from "@/components/ui/reader";
import type { StayCard } from "./stay-view";

/** What is true of someone's stays now: "A bed is reserved until Fri 13 Nov, 14:20". Who is in hospital comes first. */
export function StaysTitle({ stays }: { stays: StayCard[] }) {
  const reader = useReader();
  const admitted = stays.find(({ status }) => status === "ADMITTED");
  if (admitted) {
    return (
      <>
        In hospital since <LocalTime instant={admitted.from} style="date" otherTime={false} />
      </>
    );
  }
  const kept = stays.find(({ status, reservedUntil }) => status === "RESERVED" && reservedUntil);
  if (kept?.reservedUntil)
    return <LocaleText>A bed is reserved until {formatInstant(kept.reservedUntil, "datetime", reader)}</LocaleText>;
  const asked = stays.filter(({ status }) => status === "REQUESTED").length;
  if (asked > 0) return asked === 1 ? "Your bed request" : `Your ${asked} bed requests`;
  return titleOfPast(stays[0]);
}

function titleOfPast(stay: StayCard | undefined): string {
  switch (stay?.status) {
    case "DISCHARGED":
      return "Back home from hospital";
    case "DECLINED":
      return "The request was declined";
    case "CANCELLED":
      return "The request was cancelled";
    case "EXPIRED":
      return "The request has expired";
    default:
      return "No upcoming hospital stays";
  }
}
