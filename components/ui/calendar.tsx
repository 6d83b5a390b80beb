"use client";
import { ChevronDown, ChevronLeft, ChevronRight, ChevronUp } from "lucide-react";
import { DayPicker, type Matcher } from "react-day-picker";
import { fromPickerDate, toPickerDate, type CalendarDate } from "./calendar-date";
import { cn } from "./cn";
import { useReader } from "./reader";

export type CalendarProps = {
  value?: CalendarDate | null;
  onValueChange: (date: CalendarDate) => void;
  min?: CalendarDate | undefined;
  max?: CalendarDate | undefined;
  isDisabled?: ((date: CalendarDate) => boolean) | undefined;
  /** Days with a dot. */
  marked?: readonly CalendarDate[] | undefined;
  /** What counts as today, e.g. in the place's zone; the device's today by default. */
  today?: CalendarDate | undefined;
  /** Year and month as lists, for distant dates such as a date of birth. */
  far?: boolean;
  autoFocus?: boolean;
  className?: string;
};

const CHEVRONS = { left: ChevronLeft, right: ChevronRight, up: ChevronUp, down: ChevronDown } as const;

function Chevron({ orientation = "left", className }: { orientation?: keyof typeof CHEVRONS; className?: string }) {
  const Icon = CHEVRONS[orientation];
  return <Icon aria-hidden className={cn("size-4", className)} />;
}

const navButton =
  "flex size-10 items-center justify-center rounded-md text-quiet hover:bg-sunken hover:text-ink aria-disabled:opacity-40 pointer-coarse:size-11";

const CLASSES = {
  root: "w-full max-w-[18.5rem] select-none pointer-coarse:max-w-[20.5rem]",
  months: "relative",
  nav: "absolute inset-x-0 top-0 z-10 flex justify-between pointer-events-none [&>button]:pointer-events-auto",
  button_previous: navButton,
  button_next: navButton,
  month_caption: "mb-2 flex h-10 items-center justify-center px-11 pointer-coarse:h-11",
  caption_label: "flex items-center gap-1 text-sm font-semibold",
  dropdowns: "flex items-center gap-3",
  dropdown_root:
    "relative rounded-md px-1.5 py-1 hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-ring",
  dropdown: "absolute inset-0 cursor-pointer bg-raised text-ink opacity-0",
  month_grid: "w-full table-fixed border-collapse",
  weekday: "h-10 text-xs font-medium text-quiet",
  day: "group p-0 text-center",
  day_button:
    "tabular relative my-px flex h-10 w-full items-center justify-center rounded-md text-sm hover:bg-sunken disabled:cursor-not-allowed disabled:hover:bg-transparent pointer-coarse:h-11 group-data-[selected=true]:bg-accent group-data-[selected=true]:font-semibold group-data-[selected=true]:text-accent-ink",
  today: "font-bold text-accent",
  outside: "text-quiet",
  disabled: "text-quiet opacity-40",
  hidden: "invisible",
} as const;

const MARKED =
  "[&>button]:after:absolute [&>button]:after:bottom-1 [&>button]:after:size-1 [&>button]:after:rounded-full [&>button]:after:bg-current";

/** A month to choose a day from; arrows, Page Up/Down and Home/End move, Enter chooses. */
export function Calendar(props: CalendarProps) {
  const { value, onValueChange, isDisabled, marked = [], far, autoFocus, className } = props;
  const { weekStartsOn } = useReader();
  const selected = toPickerDate(value);
  const [min, max, today] = [toPickerDate(props.min), toPickerDate(props.max), toPickerDate(props.today)];
  const disabled: Matcher[] = [
    ...(min ? [{ before: min }] : []),
    ...(max ? [{ after: max }] : []),
    ...(isDisabled ? [(date: Date) => isDisabled(fromPickerDate(date))] : []),
  ];
  return (
    <DayPicker
      mode="single"
      required={false}
      selected={selected}
      onDayClick={(date, modifiers) => (modifiers.disabled ? undefined : onValueChange(fromPickerDate(date)))}
      {...((selected ?? min ?? today) ? { defaultMonth: selected ?? today ?? min } : {})}
      {...(min ? { startMonth: min } : {})}
      {...(max ? { endMonth: max } : {})}
      {...(today ? { today } : {})}
      captionLayout={far ? "dropdown" : "label"}
      weekStartsOn={weekStartsOn}
      disabled={disabled}
      modifiers={{ marked: marked.flatMap((date) => toPickerDate(date) ?? []) }}
      modifiersClassNames={{ marked: MARKED }}
      showOutsideDays={false}
      autoFocus={autoFocus ?? false}
      classNames={CLASSES}
      components={{ Chevron }}
      className={cn(className)}
    />
  );
}
