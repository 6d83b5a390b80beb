"use client";
import { DoorOpen } from "lucide-react";
import { useState } from "react";
import { useWork } from "@/components/contacts/use-work";
import { AskDialog } from "@/components/ui/ask-dialog";
import { Button } from "@/components/ui/button";
import { endWardClosureAction, undoWardClosureAction } from "@/lib/domain/ward-closures/actions";
import { closedName } from "@/lib/domain/ward-closures/format";
import type { Standing } from "./closure-view";

/** Opens closed beds again, or calls off a planned closing, after saying what that means. */
export function ReopenButton({ closure, size }: { closure: Standing; size?: "sm" }) {
  const { run } = useWork();
  const [isAsking, setAsking] = useState(false);
  const { id, version, phase, status } = closure;
  const isPlanned = phase === "SCHEDULED";
  const label = isPlanned ? "Call off" : "Open again";
  const isUntold = status === "PREPARED";
  const reopen = isUntold ? undoWardClosureAction : endWardClosureAction;
  return (
    <>
      <Button variant="secondary" size={size} onClick={() => setAsking(true)}>
        <DoorOpen aria-hidden /> {label}
        <span className="sr-only">: {closedName(closure)}</span>
      </Button>
      {isAsking ? (
        <AskDialog
          title={isPlanned ? "Call off this closing?" : "Open these beds again?"}
          subject={closedName(closure)}
          consequence={
            isUntold
              ? "No patients have been told, so none will hear of it."
              : "Patients who were told and still have their bed will hear that their reservation stands."
          }
          confirmLabel={label}
          tone="primary"
          onClose={() => setAsking(false)}
          onTake={() =>
            run(`open:${id}`, isPlanned ? "Called off" : "The beds are open again.", () => reopen({ id, version }))
          }
        />
      ) : null}
    </>
  );
}
