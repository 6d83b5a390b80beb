"use client";
import { CalendarOff } from "lucide-react";
import { useState } from "react";
import { ChoiceGroup } from "@/components/sharing/choice-group";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogButton } from "@/components/ui/dialog-button";
import { LocalDateRange } from "@/components/ui/local-date-range";
import { announceHolidaysAction, previewHolidaysAction } from "@/lib/domain/disruptions/actions";
import { AnnouncingDialog } from "./announcing-dialog";
import { useAnnouncing } from "./use-announcing";

type Props = {
  hospitalId: string;
  calendar: string;
  /** Those that are still to come and aren't closed yet. */
  holidays: { date: string; name: string }[];
};

/** Closes the hospital on public holidays, after showing who is affected. */
export function HolidaysButton(props: Props) {
  if (props.holidays.length === 0) return null;
  return (
    <DialogButton variant="primary" icon={<CalendarOff aria-hidden />} label="Close on holidays">
      {() => <HolidaysDialog {...props} />}
    </DialogButton>
  );
}

function HolidaysDialog({ hospitalId, calendar, holidays }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(holidays.map(({ date }) => date)));
  const toggle = (date: string, is: boolean) =>
    setChosen((now) => new Set(is ? [...now, date] : [...now].filter((one) => one !== date)));
  const wanted = { hospitalId, calendar, dates: [...chosen].sort() };
  const state = useAnnouncing({
    preview: () => previewHolidaysAction(wanted),
    announce: () => announceHolidaysAction(wanted),
    done: "Closed. These days can no longer be booked.",
    portal: "hospital",
  });
  return (
    <AnnouncingDialog
      state={state}
      titles={["On which holidays is the hospital closed?", "Close these days?"]}
      confirmLabel="Close these days"
      consequence="Nothing is cancelled. We'll ask them to choose another time."
    >
      <ChoiceGroup
        label="Holidays"
        name="dates"
        hint="This closes the hours of every doctor here. A doctor who works on a holiday can open it again."
        errors={state.failure?.fields}
      >
        <ul className="grid max-h-96 gap-3 overflow-y-auto py-1">
          {holidays.map(({ date, name }) => (
            <li key={date}>
              <Checkbox
                label={name}
                hint={<LocalDateRange from={date} to={date} />}
                checked={chosen.has(date)}
                onCheckedChange={(is) => toggle(date, is === true)}
              />
            </li>
          ))}
        </ul>
      </ChoiceGroup>
    </AnnouncingDialog>
  );
}
