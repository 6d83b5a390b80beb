"use client";
import { LogOut, UserRoundMinus } from "lucide-react";
import { useRouter } from "next/navigation";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { endAccessAction } from "@/lib/domain/family/actions";
import { tryAction } from "@/lib/platform/actions/try-action";

type Props = {
  access: { id: string; patientId: string };
  /** Whose access it is; null: one's own. */
  holder: string | null;
  patient: string;
};

/** Ends someone's access after a question, or gives up one's own. */
export function EndAccess({ access: { id, patientId }, holder, patient }: Props) {
  const router = useRouter();
  const end = async () => {
    const result = await tryAction(() => endAccessAction({ id, patientId }));
    if (result.ok)
      toast.success(holder ? `${holder} no longer acts for ${patient}` : `You no longer act for ${patient}`);
    else toast.error(result.error.message);
    router.refresh();
    return result.ok;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" size="sm">
          {holder ? <UserRoundMinus aria-hidden /> : <LogOut aria-hidden />}
          {holder ? "End access" : "Stop acting"}
          <span className="sr-only">{holder ? ` of ${holder} to ${patient}` : ` for ${patient}`}</span>
        </Button>
      }
      title={holder ? `End the access of ${holder}?` : `Stop acting for ${patient}?`}
      text={
        holder
          ? "They lose it at once, on open pages too. Appointments they have booked stay."
          : "You lose access at once. Only a new invitation brings it back."
      }
      confirmLabel={holder ? "End access" : "Stop acting"}
      onConfirm={end}
    />
  );
}
