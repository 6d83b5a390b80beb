"use client";
import { Copy } from "lucide-react";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { useReader } from "@/components/ui/reader";
import { weekdaysFrom } from "@/components/ui/reader-preferences";
import { toast } from "@/components/ui/toast";
import { WEEKDAYS, type Weekday } from "./hours-draft";

type Props = { from: Weekday; name: string; onCopy: (days: Weekday[]) => void };

/** Copies a day's hours to others: the working days, the whole week, or one of them. */
export function CopyDayMenu({ from, name, onCopy }: Props) {
  const { weekStartsOn } = useReader();
  const copy = (days: Weekday[], where: string) => {
    onCopy(days);
    toast.info(`${name}'s hours are now on ${where}. Save to keep them.`);
  };
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton label={`Copy ${name} to other days`} size="sm">
          <Copy aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuLabel>Copy {name} to</DropdownMenuLabel>
        <DropdownMenuItem onSelect={() => copy([1, 2, 3, 4, 5], "Monday to Friday")}>Monday to Friday</DropdownMenuItem>
        <DropdownMenuItem onSelect={() => copy([1, 2, 3, 4, 5, 6, 7], "every day")}>Every day</DropdownMenuItem>
        <DropdownMenuSeparator />
        {weekdaysFrom(weekStartsOn, WEEKDAYS)
          .filter(({ day }) => day !== from)
          .map((one) => (
            <DropdownMenuItem key={one.day} onSelect={() => copy([one.day], one.name)}>
              {one.name}
            </DropdownMenuItem>
          ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
