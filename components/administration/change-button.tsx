"use client";
import { decideChangeAction } from "@/lib/domain/administration/actions";
import { CHANGE_LABELS } from "@/lib/domain/administration/format";
import type { Change, ChangeDecisionInput } from "@/lib/domain/administration/schema";
import { DecisionDialog } from "./decision-dialog";

export type ChangeButtonProps = {
  change: Pick<Change, "id" | "profile" | "version">;
  decision: ChangeDecisionInput["decision"];
};

/** Decides whether a change to a verified profile becomes public. */
export function ChangeButton({ change, decision }: ChangeButtonProps) {
  const { id, profile, version } = change;
  const labels = CHANGE_LABELS[decision];
  const needsReason = decision === "reject";
  return (
    <DecisionDialog
      name={profile.name}
      words={{ ...labels, title: `${labels.label} the change of ${profile.name}?` }}
      isFriendly={!needsReason}
      needsReason={needsReason}
      decide={(reason) =>
        decideChangeAction({ id, decision, expectedVersion: version, ...(needsReason ? { reason } : {}) })
      }
    />
  );
}
