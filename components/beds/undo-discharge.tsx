"use client";
import { Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useNow } from "@/components/ui/use-now";
import { undoDischargeAction } from "@/lib/domain/beds/actions";
import { canUndoDischarge } from "@/lib/domain/beds/format";
import { useWork } from "@/components/contacts/use-work";

type Props = { id: string; version: number; dischargedAt: string; asOf: string };

/** Undoes a mistaken discharge, as long as that is possible. */
export function UndoDischarge({ id, version, dischargedAt, asOf }: Props) {
  const { run, pending } = useWork();
  const now = new Date(useNow(asOf));
  if (!canUndoDischarge({ dischargedAt: new Date(dischargedAt) }, now)) return null;
  const undo = async () => {
    const refused = await run(`booking:${id}`, "Undone. The patient is back in the same bed.", () =>
      undoDischargeAction({ id, version }),
    );
    if (refused) toast.error(refused.message);
  };
  return (
    <Button variant="secondary" className="mt-6" pending={pending !== undefined} onClick={() => void undo()}>
      <Undo2 aria-hidden /> Undo discharge
    </Button>
  );
}
