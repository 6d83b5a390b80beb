"use client";
import { CalendarRange } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { formatClockTime, formatDate } from "@/components/ui/format-instant";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { useReader } from "@/components/ui/reader";
import type { DraftRule } from "./hours-draft";

type Dates = { validFrom: string; validTo: string };
type Props = { rule: DraftRule; of: string; onChange: (dates: Dates) => void };

/** "Always", or only between two dates: for hours that start next month or end with the season. */
export function ValidityButton({ rule, of, onChange }: Props) {
  const { locale } = useReader();
  const { validFrom, validTo } = rule;
  const time = (typed: string) => formatClockTime(typed, locale);
  const text = validityText(rule, locale);
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button
          variant="quiet"
          size="sm"
          className="px-2 font-normal text-quiet"
          aria-label={`${of} ${time(rule.start)} to ${time(rule.end)} applies: ${text}`}
        >
          <CalendarRange aria-hidden />
          <span className={validFrom || validTo ? "" : "max-sm:hidden"}>{text}</span>
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label="When these hours apply" className="grid gap-4">
        <Field label="From" optional hint="The first day they apply.">
          <Input
            type="date"
            value={validFrom}
            onChange={(event) => onChange({ validFrom: event.target.value, validTo })}
          />
        </Field>
        <Field label="To" optional hint="The last day they apply.">
          <Input
            type="date"
            value={validTo}
            onChange={(event) => onChange({ validFrom, validTo: event.target.value })}
          />
        </Field>
        <Button
          variant="secondary"
          size="sm"
          onClick={() => onChange({ validFrom: "", validTo: "" })}
          disabled={!validFrom && !validTo}
        >
          Always
        </Button>
      </PopoverContent>
    </Popover>
  );
}

/** "3 Nov – 20 Dec", "from 3 Nov", "until 20 Dec" or "Always". */
function validityText({ validFrom, validTo }: Dates, locale: string): string {
  const short = (date: string) => formatDate(date, "date", locale);
  if (validFrom && validTo) return `${short(validFrom)} – ${short(validTo)}`;
  if (validFrom) return `from ${short(validFrom)}`;
  return validTo ? `until ${short(validTo)}` : "Always";
}
