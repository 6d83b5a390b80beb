"use client";
import { Card } from "@/components/ui/card";
import { formatClockTime, formatDate, formatDateParts } from "@/components/ui/format-instant";
import { LocaleText } from "@/components/ui/locale-text";
import { useReader } from "@/components/ui/reader";
import { weekdaysFrom } from "@/components/ui/reader-preferences";
import { spanText } from "@/lib/domain/appointments/format";
import { StatusBadge } from "@/components/ui/status-badge";
import type { PlaceHours } from "@/lib/domain/front-desk/load-affiliated-doctor";

type Interval = { start: string; end: string };
type Props = { schedule: PlaceHours; /** In the hospital's calendar. */ today: string };

const DAYS = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day }));
const SOON = 12;

/** A doctor's hours here, read-only: the week, the next exceptions, and how visits are booked. */
export function PlaceHoursCard({ schedule, today }: Props) {
  return (
    <Card className="grid gap-6 lg:grid-cols-2">
      <div>
        {schedule.isClosed ? (
          <StatusBadge tone="stop" label="Closed: these hours can't be booked" className="mb-3" />
        ) : null}
        <h3 className="mb-2 text-base">Every week</h3>
        <WeekHours rules={schedule.rules} today={today} />
      </div>
      <div className="grid content-start gap-6">
        <NextExceptions exceptions={schedule.exceptions} today={today} />
        <BookingRules schedule={schedule} />
      </div>
    </Card>
  );
}

function WeekHours({ rules, today }: { rules: PlaceHours["rules"]; today: string }) {
  const { locale, weekStartsOn } = useReader();
  // 1 January 2024 was a Monday.
  const weekday = (day: number) => formatDateParts(`2024-01-0${day}`, { weekday: "long" }, locale);
  return (
    <dl className="grid gap-1.5 text-sm">
      {weekdaysFrom(weekStartsOn, DAYS).map(({ day }) => {
        const hours = rules.filter((rule) => rule.weekday === day && (!rule.validTo || rule.validTo >= today));
        return (
          <div key={day} className="flex gap-4">
            <LocaleText as="dt" className="w-28 shrink-0 text-quiet">
              {weekday(day)}
            </LocaleText>
            <dd className="min-w-0 tabular">
              {hours.length === 0 ? <span className="text-quiet">–</span> : null}
              {hours
                .sort((a, b) => a.start.localeCompare(b.start))
                .map((rule) => (
                  <span key={`${rule.start} ${rule.validFrom}`} className="block">
                    <LocaleText>{rangeText(rule, locale)}</LocaleText>
                    <Validity
                      from={rule.validFrom && rule.validFrom > today ? rule.validFrom : null}
                      to={rule.validTo ?? null}
                      locale={locale}
                    />
                  </span>
                ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function NextExceptions({ exceptions, today }: { exceptions: PlaceHours["exceptions"]; today: string }) {
  const { locale } = useReader();
  const special = exceptions.filter(({ date }) => date >= today).sort((a, b) => a.date.localeCompare(b.date));
  if (special.length === 0) return null;
  return (
    <div>
      <h3 className="mb-2 text-base">Exceptions</h3>
      <dl className="grid gap-1.5 text-sm">
        {special.slice(0, SOON).map((one, index) => (
          <div key={`${one.date} ${index}`} className="flex gap-4">
            <LocaleText as="dt" className="w-28 shrink-0 text-quiet">
              {formatDate(one.date, "date", locale)}
            </LocaleText>
            <LocaleText as="dd" className="min-w-0 tabular">
              {exceptionText(one.kind, one.intervals, locale)}
            </LocaleText>
          </div>
        ))}
      </dl>
      {special.length > SOON ? <p className="mt-2 text-sm text-quiet">and {special.length - SOON} later ones</p> : null}
    </div>
  );
}

function BookingRules({ schedule }: Pick<Props, "schedule">) {
  const { slotMinutes, minNoticeMinutes, horizonDays, autoConfirm, cancellationNoticeMinutes } = schedule;
  return (
    <div>
      <h3 className="mb-2 text-base">Bookings</h3>
      <ul className="grid gap-1 text-sm">
        <li>Appointments of {slotMinutes} minutes</li>
        <li>{autoConfirm ? "Confirmed at once" : "Each request has to be confirmed"}</li>
        <li>
          Patients can book up to {horizonDays} days ahead
          {minNoticeMinutes > 0 ? `, at least ${spanText(minNoticeMinutes)} before` : ""}
        </li>
        <li>
          Patients can cancel or reschedule{" "}
          {cancellationNoticeMinutes > 0 ? `up to ${spanText(cancellationNoticeMinutes)} before` : "until it begins"}
        </li>
      </ul>
    </div>
  );
}

function Validity({ from, to, locale }: { from: string | null; to: string | null; locale: string }) {
  if (!from && !to) return null;
  const words = [
    from ? `from ${formatDate(from, "date", locale)}` : "",
    to ? `until ${formatDate(to, "date", locale)}` : "",
  ];
  return <LocaleText className="text-quiet"> {words.filter(Boolean).join(" ")}</LocaleText>;
}

function rangeText({ start, end }: Interval, locale: string): string {
  return `${formatClockTime(start, locale)}–${formatClockTime(end, locale)}`;
}

function exceptionText(
  kind: "replace" | "add" | "block",
  intervals: readonly Interval[] | null,
  locale: string,
): string {
  const times = (intervals ?? []).map((one) => rangeText(one, locale)).join(", ");
  if (kind === "add") return `also ${times}`;
  if (kind === "replace") return times === "" ? "Day off" : `only ${times}`;
  return intervals === null ? "Closed all day" : `closed ${times}`;
}
