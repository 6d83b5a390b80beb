"use client";
import type { Route } from "next";
import { useEffect, useState } from "react";
import { changeAffiliationAction, previewAffiliationAction } from "@/lib/domain/affiliations/actions";
import { comingVisitsText, PARTING_WORDS } from "@/lib/domain/affiliations/format";
import type { AffiliationStatus, Side } from "@/lib/domain/affiliations/status";
import { tryAction } from "@/lib/platform/actions/try-action";
import { ReasonDialog } from "./reason-dialog";

export type PartingDialogProps = {
  affiliation: { id: string; version: number };
  to: AffiliationStatus;
  side: Side;
  /** The name of the other side. */
  who: string;
  /** Where to go once it is done. */
  leaveTo?: Route | undefined;
  onClose: () => void;
};

/**
 * Asks before a doctor is suspended, reinstated or removed, or leaves; first says how many appointments are affected.
 */
export function PartingDialog({ affiliation: { id, version }, to, side, who, leaveTo, onClose }: PartingDialogProps) {
  const words = PARTING_WORDS[side === "doctor" ? "LEAVE" : to];
  const count = useComingVisits(to === "ACTIVE" ? null : id);
  return (
    <ReasonDialog
      title={words.question(who)}
      text={words.text}
      confirmLabel={words.label}
      done={words.done}
      reason={to === "ACTIVE" ? "none" : "required"}
      reasonHint={
        side === "doctor"
          ? "The hospital will see this. One sentence is enough."
          : "The doctor will see this. One sentence is enough."
      }
      tone={to === "ACTIVE" ? "primary" : "danger"}
      run={(reason) => changeAffiliationAction({ id, version, status: to, ...(reason ? { reason } : {}) })}
      leaveTo={leaveTo}
      onClose={onClose}
    >
      {to === "ACTIVE" ? null : (
        <p role="status" className="min-h-6 rounded-md bg-sunken px-3 py-2 text-sm font-semibold">
          {count === undefined
            ? "Counting upcoming appointments…"
            : count === null
              ? "Upcoming appointments could not be counted."
              : comingVisitsText(count)}
        </p>
      )}
    </ReasonDialog>
  );
}

/** The number of upcoming appointments; undefined while loading, null when it could not be loaded. */
function useComingVisits(id: string | null): number | null | undefined {
  const [count, setCount] = useState<number | null>();
  useEffect(() => {
    if (id === null) return;
    let isCurrent = true;
    void tryAction(() => previewAffiliationAction({ id })).then((result) => {
      if (isCurrent) setCount(result.ok ? result.data.comingVisits : null);
    });
    return () => {
      isCurrent = false;
    };
  }, [id]);
  return count;
}
