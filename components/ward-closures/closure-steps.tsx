"use client";
import { CalendarClock } from "lucide-react";
import { useState } from "react";
import { useWork } from "@/components/contacts/use-work";
import { TellingBar } from "@/components/disruptions/telling-bar";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import {
  changeWardClosureAction,
  tellOfWardClosureAction,
  undoWardClosureAction,
} from "@/lib/domain/ward-closures/actions";
import { affectedText, closedName } from "@/lib/domain/ward-closures/format";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import type { Closure } from "./closure-view";
import { MomentFields, useMoment } from "@/components/ui/moment-fields";

type Props = { closure: Closure; asOf: string };

/** Until patients are told: how long it can be undone, and telling them now. */
export function ClosureUndoBar({ closure, asOf }: Props) {
  const step = { id: closure.id, version: closure.version };
  return (
    <TellingBar
      heading={closure.phase === "CLOSED" ? "The beds are closed. " : null}
      text={affectedText({ ...closure.counts, told: 0, toCall: 0, unreachable: 0 })}
      tellAt={closure.tellAt}
      asOf={asOf}
      canChange
      undo={() => undoWardClosureAction(step)}
      tell={() => tellOfWardClosureAction(step)}
    />
  );
}

/** Closes for longer, or for less long. */
export function ChangeEndButton({ closure, asOf }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        <CalendarClock aria-hidden /> Change the end
      </Button>
      {isOpen ? <ChangeEndDialog closure={closure} asOf={asOf} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ChangeEndDialog({ closure, asOf, onClose }: Props & { onClose: () => void }) {
  const { run } = useWork();
  const moment = useMoment(asOf, closure.endsAt);
  const [failure, setFailure] = useState<ActionFailure>();
  const save = async () => {
    if (moment.isWrong) return false;
    const { id, version } = closure;
    const refused = await run(`end:${id}`, "The end has changed", () =>
      changeWardClosureAction({ id, version, endsAt: moment.instant }),
    );
    setFailure(refused);
    return refused === undefined;
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title="Until when is it closed?"
      text={
        <>
          <span className="font-semibold text-ink">{closedName(closure)}.</span> Patients whose reservations are
          affected by the new end are told, too.
        </>
      }
      tone="primary"
      confirmLabel="Save"
      onConfirm={save}
    >
      {failure && !failure.fields ? <FormMessage title={failure.message} className="mb-4" /> : null}
      <MomentFields
        moment={moment}
        label="Until"
        name="endsAt"
        choices={["Further notice", "A time"]}
        errors={failure?.fields}
      />
    </ConfirmDialog>
  );
}
