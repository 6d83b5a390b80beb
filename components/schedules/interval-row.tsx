"use client";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { errorFor } from "@/components/ui/field";
import { formatClockTime } from "@/components/ui/format-instant";
import { IconButton } from "@/components/ui/icon-button";
import { useReader } from "@/components/ui/reader";
import { TimeInput } from "@/components/ui/time-input";
import type { FieldError } from "@/lib/platform/errors/app-error";
import type { DraftInterval } from "./hours-draft";

type Props = {
  interval: DraftInterval;
  /** "Monday", "24 December": for labels read aloud. */
  of: string;
  errors: readonly FieldError[] | undefined;
  /** The path of the server's errors for this row: "rules.3". */
  path: string;
  onChange: (span: { start: string; end: string }) => void;
  onRemove?: (() => void) | undefined;
  children?: ReactNode;
};

/** From – to, on one line, with its error below. */
export function IntervalRow({ interval, of, errors, path, onChange, onRemove, children }: Props) {
  const { locale } = useReader();
  const { start, end, key } = interval;
  const time = (typed: string) => formatClockTime(typed, locale);
  const fault = errorFor(errors, path);
  const faultId = `fault-${key}`;
  const bound = fault ? { "aria-invalid": true as const, "aria-describedby": faultId } : {};
  const isOvernight = /^\d\d:\d\d$/.test(start) && /^\d\d:\d\d$/.test(end) && end < start;
  return (
    <div>
      <div className="flex flex-wrap items-center gap-1.5 sm:gap-2">
        <TimeInput
          className="max-sm:w-20"
          aria-label={`${of}, from`}
          value={start}
          onValueChange={(text) => onChange({ start: text, end })}
          {...bound}
        />
        <span aria-hidden className="text-quiet">
          –
        </span>
        <TimeInput
          className="max-sm:w-20"
          aria-label={`${of}, to`}
          value={end}
          onValueChange={(text) => onChange({ start, end: text })}
          endOfDay
          {...bound}
        />
        {children}
        {onRemove ? (
          <IconButton label={`Remove ${time(start)} to ${time(end)}, ${of}`} size="sm" onClick={onRemove}>
            <X aria-hidden />
          </IconButton>
        ) : null}
        {isOvernight ? <span className="text-sm text-quiet">until the next day</span> : null}
      </div>
      {fault ? (
        <p id={faultId} className="mt-1 text-sm text-stop">
          {fault}
        </p>
      ) : null}
    </div>
  );
}
