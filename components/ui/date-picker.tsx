"use client";
import { CalendarDays } from "lucide-react";
import { useState } from "react";
import { Calendar, type CalendarProps } from "./calendar";
import type { CalendarDate } from "./calendar-date";
import { cn } from "./cn";
import { controlHeight, controlStyle } from "./control-style";
import { useFieldControl } from "./field-context";
import { formatDate } from "./format-instant";
import { LocaleText } from "./locale-text";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";
import { useReader } from "./reader";

export type DatePickerProps = Omit<CalendarProps, "value" | "onValueChange" | "autoFocus"> & {
  value?: CalendarDate | null;
  defaultValue?: CalendarDate;
  onValueChange?: (date: CalendarDate) => void;
  placeholder?: string;
  name?: string;
  id?: string;
  disabled?: boolean;
  "aria-label"?: string;
};

/** A day, chosen from a calendar; a form gets it as `YYYY-MM-DD`. */
export function DatePicker(props: DatePickerProps) {
  const { value, defaultValue, onValueChange, placeholder = "Choose a day", disabled, className, ...calendar } = props;
  const bound = useFieldControl({ id: props.id, name: props.name });
  const { locale } = useReader();
  const [open, setOpen] = useState(false);
  const [own, setOwn] = useState<CalendarDate | null>(defaultValue ?? null);
  const shown = value === undefined ? own : value;
  const text = shown ? formatDate(shown, "long-date", locale) : placeholder;
  const choose = (date: CalendarDate) => {
    setOwn(date);
    onValueChange?.(date);
    setOpen(false);
  };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      {bound.name ? <input type="hidden" name={bound.name} value={shown ?? ""} /> : null}
      <PopoverTrigger
        id={bound.id}
        disabled={disabled}
        aria-label={props["aria-label"] ? `${props["aria-label"]}: ${text}` : undefined}
        aria-describedby={bound["aria-describedby"]}
        aria-invalid={bound["aria-invalid"]}
        className={cn(controlStyle, controlHeight, "flex items-center gap-2.5 text-left", className)}
      >
        <CalendarDays aria-hidden className="size-4 shrink-0 text-quiet" />
        <LocaleText className={cn("min-w-0 truncate", !shown && "text-quiet")}>{text}</LocaleText>
      </PopoverTrigger>
      <PopoverContent aria-label="Calendar" className="w-[20rem] p-3 pointer-coarse:w-[22rem]">
        <Calendar {...calendar} value={shown} onValueChange={choose} autoFocus />
      </PopoverContent>
    </Popover>
  );
}
