"use client";
import { useState } from "react";
import { useWork } from "@/components/contacts/use-work";
import { AskDialog } from "@/components/ui/ask-dialog";
import { Button } from "@/components/ui/button";
import { endDisruptionAction, tellNowAction, undoDisruptionAction } from "@/lib/domain/disruptions/actions";
import { absenceName, reachText } from "@/lib/domain/disruptions/format";
import type { Absence } from "./absence-view";
import { TellingBar } from "./telling-bar";

type Props = { absence: Absence; asOf: string };

/** Until the patients are told: how long it can be undone, and telling them now. */
export function UndoBar({ absence, asOf }: Props) {
  const step = { id: absence.id, version: absence.version };
  return (
    <TellingBar
      heading={absence.lateMinutes === null ? "The hours are closed. " : null}
      text={reachText(absence.counts)}
      tellAt={absence.tellAt}
      asOf={asOf}
      canChange={absence.canChange}
      undo={() => undoDisruptionAction(step)}
      tell={() => tellNowAction(step)}
    />
  );
}

const OPENING = {
  title: "Open these hours again?",
  consequence: "Patients can book them again. Those who haven't chosen a new time keep the old one and are told so.",
  confirmLabel: "Open the hours",
  done: "The hours are open again.",
};

const END = {
  closed: { label: "Open again", ...OPENING },
  away: {
    label: "Back early",
    ...OPENING,
  },
  late: {
    label: "On time again",
    title: "End this delay?",
    consequence: "Patients who were told and aren't here yet will hear that their appointment starts on time.",
    confirmLabel: "End the delay",
    done: "The delay has ended.",
  },
};

/** Ends it before its time, after saying what that means. */
export function EndAbsence({ absence }: { absence: Absence }) {
  const { run } = useWork();
  const [isAsking, setAsking] = useState(false);
  const step = { id: absence.id, version: absence.version };
  const { label, done, ...words } = END[absence.kind === "LATE" ? "late" : absence.kind === "AWAY" ? "away" : "closed"];
  return (
    <>
      <Button variant="secondary" onClick={() => setAsking(true)}>
        {label}
      </Button>
      {isAsking ? (
        <AskDialog
          {...words}
          subject={absenceName(absence)}
          tone="primary"
          onClose={() => setAsking(false)}
          onTake={() => run("end", done, () => endDisruptionAction(step))}
        />
      ) : null}
    </>
  );
}
