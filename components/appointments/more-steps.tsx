"use client";
import { CalendarClock, CircleX, Undo2 } from "lucide-react";
import { DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { MoreMenu } from "@/components/ui/more-menu";
import { STEP_WORDS } from "@/lib/domain/appointments/format";
import { RARE, type Choices } from "./use-choices";

type Props = { choices: Choices; subject: string; size: "sm" | "md" };

/** The rarer choices in a menu, if there are any. */
export function MoreSteps({ choices, subject, size }: Props) {
  const { rare, canReschedule, undoWords, choose, undo, setMoving } = choices;
  if (rare.length === 0 && !canReschedule && !undoWords) return null;
  return (
    <MoreMenu label={`More actions for ${subject}`} size={size}>
      {canReschedule ? (
        <DropdownMenuItem onSelect={() => setMoving(true)}>
          <CalendarClock aria-hidden /> Reschedule
        </DropdownMenuItem>
      ) : null}
      {rare.map((step) => {
        const Icon = RARE[step.to] ?? CircleX;
        return (
          <DropdownMenuItem key={step.to} tone="stop" onSelect={() => choose(step)}>
            <Icon aria-hidden /> {STEP_WORDS[step.to].label}
          </DropdownMenuItem>
        );
      })}
      {undoWords ? (
        <DropdownMenuItem onSelect={undo}>
          <Undo2 aria-hidden /> {undoWords.label}
        </DropdownMenuItem>
      ) : null}
    </MoreMenu>
  );
}
