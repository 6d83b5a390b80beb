"use client";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { FIELD_LABELS } from "@/lib/domain/merges/format";
import type { Merge } from "@/lib/domain/merges/schema";
import { counted } from "@/lib/platform/text/counted";
import { DayText } from "./record-facts";
import { useMerging } from "./use-merging";

/** What the hospital has merged, newest first, each with a way back. */
export function MergeList({ merges }: { merges: Merge[] }) {
  return (
    <Card flush>
      <ul aria-label="Merged records" className="divide-y divide-line">
        {merges.map((merge) => (
          <li key={merge.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-4">
            <div className="min-w-0 flex-[1_1_16rem]">
              <p className="font-semibold break-words">{merge.survivor.name}</p>
              <p className="text-sm break-words">
                Merged in: {merge.source.name}, <DayText date={merge.source.bornOn} missing="no date of birth" />
                {merge.taken.length > 0
                  ? `. Taken over: ${merge.taken.map((field) => FIELD_LABELS[field].toLowerCase()).join(", ")}`
                  : null}
              </p>
              <p className="text-sm text-quiet">
                <LocalTime instant={merge.mergedAt} style="datetime" />
                {merge.mergedBy ? ` by ${merge.mergedBy}` : null}
              </p>
            </div>
            {merge.undoneAt ? (
              <p className="text-sm text-quiet">
                Undone <LocalTime instant={merge.undoneAt} style="datetime" />
                {merge.undoneBy ? ` by ${merge.undoneBy}` : null}
              </p>
            ) : (
              <UndoMerge merge={merge} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function UndoMerge({ merge: { id, survivor, source, addedSince } }: { merge: Merge }) {
  const { undo } = useMerging();
  const stays =
    addedSince > 0
      ? `${counted(addedSince, "appointment, stay, call or registration", "appointments, stays, calls and registrations")} added here since will stay with ${survivor.name}.`
      : "What was added since stays with the record that was kept.";
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="sm">
          Undo<span className="sr-only"> the merge of {source.name}</span>
        </Button>
      }
      title="Undo this merge?"
      text={`Everything that came from the other record goes back to it. ${stays}`}
      confirmLabel="Undo merge"
      tone="primary"
      onConfirm={() => undo(id)}
    />
  );
}
