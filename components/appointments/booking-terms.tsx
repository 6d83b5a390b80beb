"use client";
import { BadgeCheck, CalendarX, Hourglass, Wallet } from "lucide-react";
import { IconFact } from "@/components/ui/icon-fact";
import { LocalTime } from "@/components/ui/local-time";
import { PhoneNumber } from "@/components/ui/phone-number";
import { spanText } from "@/lib/domain/appointments/format";
import { GRACE_MINUTES } from "@/lib/domain/appointments/format";
import type { BookingTerms as Terms } from "@/lib/domain/appointments/schema";

type Props = {
  terms: Terms;
  /** The place's zone. */
  timeZone: string;
  isVideo: boolean;
  /** Formatted; null: not stated. */
  fee: string | null;
  phone: string | null;
};

/** What the patient agrees to, before booking: the price, whether it is confirmed, and until when it can be changed. */
export function BookingTerms({ terms, timeZone, isVideo, fee, phone }: Props) {
  return (
    <>
      <IconFact size="sm" icon={<Wallet />} label="Fee">
        {fee ?? "The practice has not stated a fee."}
      </IconFact>
      {terms.needsConfirmation ? (
        <IconFact size="sm" icon={<Hourglass />} label="Confirmation">
          The practice confirms it first. You will get a notification.
        </IconFact>
      ) : (
        <IconFact size="sm" icon={<BadgeCheck />} label="Confirmation">
          It is confirmed at once.
        </IconFact>
      )}
      <IconFact size="sm" icon={<CalendarX />} label="Cancelling">
        <WayBack terms={terms} timeZone={timeZone} isVideo={isVideo} phone={phone} />
      </IconFact>
    </>
  );
}

function WayBack({ terms, timeZone, isVideo, phone }: Omit<Props, "fee">) {
  const { isInsideNotice, cancellationNoticeMinutes, changeUntil } = terms;
  if (isInsideNotice) {
    return (
      <>
        <strong>You can reschedule or cancel it here only for {GRACE_MINUTES} minutes after booking</strong>, because it
        begins in less than {spanText(cancellationNoticeMinutes)}. After that, please call the practice
        {phone ? (
          <>
            : <PhoneNumber phone={phone} className="touch-target whitespace-nowrap text-accent underline" />
          </>
        ) : null}
        .
      </>
    );
  }
  if (cancellationNoticeMinutes === 0) return <>You can reschedule or cancel it here until it begins.</>;
  return (
    <>
      You can reschedule or cancel it here until{" "}
      <LocalTime instant={changeUntil} timeZone={timeZone} readerFirst={isVideo} className="font-semibold" />,{" "}
      {spanText(cancellationNoticeMinutes)} before it begins.
    </>
  );
}
