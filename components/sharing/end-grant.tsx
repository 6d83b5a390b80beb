"use client";
import { UserRoundMinus } from "lucide-react";
import { useShowChange } from "@/components/realtime/use-show-change";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { endGrantAction } from "@/lib/domain/sharing/actions";
import type { Grant } from "@/lib/domain/sharing/schema";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = { grant: Pick<Grant, "id" | "patientId" | "doctorName"> };

/** Stops sharing a record with a doctor after a question. */
export function EndGrant({ grant: { id, patientId, doctorName } }: Props) {
  const show = useShowChange();
  const end = async () => {
    const result = await tryAction(() => endGrantAction({ id, patientId }));
    if (result.ok) toast.success(`No longer shared with ${doctorName}`);
    else toast.error(result.error.message);
    void show(result);
    return result.ok;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" size="sm" className="ml-auto">
          <UserRoundMinus aria-hidden /> Stop sharing
          <span className="sr-only"> with {doctorName}</span>
        </Button>
      }
      title={`Stop sharing with ${doctorName}?`}
      text="They lose access at once, on open pages too. Doctors who treat the patient still read the record."
      confirmLabel="Stop sharing"
      onConfirm={end}
    />
  );
}
