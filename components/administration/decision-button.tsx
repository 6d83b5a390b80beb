"use client";
import { decideAction } from "@/lib/domain/administration/actions";
import { DECISION_LABELS } from "@/lib/domain/administration/format";
import type { Candidate } from "@/lib/domain/administration/schema";
import { DECISIONS, type Decision } from "@/lib/domain/administration/status";
import { DecisionDialog } from "./decision-dialog";

export type DecisionButtonProps = {
  candidate: Pick<Candidate, "id" | "kind" | "name" | "version">;
  decision: Decision;
};

/** Decides whether a doctor or hospital is listed. */
export function DecisionButton({ candidate, decision }: DecisionButtonProps) {
  const { id, kind, name, version } = candidate;
  const labels = DECISION_LABELS[decision];
  const { needsReason } = DECISIONS[decision];
  return (
    <DecisionDialog
      name={name}
      words={{ ...labels, title: `${labels.question} ${name}?` }}
      isFriendly={decision === "verify"}
      needsReason={needsReason}
      decide={(reason) =>
        decideAction({ id, kind, decision, expectedVersion: version, ...(needsReason ? { reason } : {}) })
      }
    />
  );
}
