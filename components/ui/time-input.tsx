"use client";
import { useState, type ComponentProps, type KeyboardEvent } from "react";
import { parseClockTime, shiftClockTime } from "./clock-time";
import { cn } from "./cn";
import { Input } from "./input";

export type TimeInputProps = Omit<
  ComponentProps<typeof Input>,
  "value" | "defaultValue" | "onChange" | "type" | "icon"
> & {
  value?: string;
  defaultValue?: string;
  /** Called on every change; with `HH:mm` on blur when a valid time was typed. */
  onValueChange?: (text: string) => void;
  /** Allows "24:00". */
  endOfDay?: boolean;
  /** The step of the arrow keys. */
  stepMinutes?: number;
};

/** A typed time of day: "9", "930" and "9:30 pm" are understood and formatted on blur. */
export function TimeInput(props: TimeInputProps) {
  const { value, defaultValue = "", onValueChange, endOfDay = false, stepMinutes = 15, className, ...input } = props;
  const [own, setOwn] = useState(defaultValue);
  const [left, setLeft] = useState(false);
  const text = value ?? own;
  const parsed = parseClockTime(text, { endOfDay });
  const wrong = left && text.trim() !== "" && parsed === undefined;
  const change = (next: string) => {
    setOwn(next);
    onValueChange?.(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    input.onKeyDown?.(event);
    const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (direction === 0 || parsed === undefined) return;
    event.preventDefault();
    change(shiftClockTime(parsed, direction * stepMinutes, { endOfDay }));
  };
  return (
    <Input
      inputMode="numeric"
      autoComplete="off"
      placeholder="09:00"
      maxLength={8}
      {...input}
      {...(wrong ? { "aria-invalid": true, title: "Enter a time such as 09:30" } : {})}
      value={text}
      onChange={(event) => change(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        setLeft(true);
        if (parsed !== undefined && parsed !== text) change(parsed);
        input.onBlur?.(event);
      }}
      className={cn("w-24 text-center tabular", className)}
    />
  );
}
