"use client";
import { Lock } from "lucide-react";
import { useRouter } from "next/navigation";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { endEmergencyAction } from "@/lib/domain/emergency-access/actions";
import { tryAction } from "@/lib/platform/actions/try-action";
import { routes } from "@/lib/site/routes";

/** Closes a record before its hours are over, after a question, and leads away from it. */
export function EndEmergency({ id, patientName }: { id: string; patientName: string }) {
  const router = useRouter();
  const end = async () => {
    const result = await tryAction(() => endEmergencyAction({ id }));
    if (!result.ok) toast.error(result.error.message);
    else {
      toast.success("The record is closed");
      router.push(routes.doctor.emergency());
    }
    return result.ok;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="sm">
          <Lock aria-hidden /> Close the record<span className="sr-only"> of {patientName}</span>
        </Button>
      }
      title={`Close the record of ${patientName}?`}
      text="After that you can’t read it unless you open it again and give a reason."
      confirmLabel="Close the record"
      tone="primary"
      onConfirm={end}
    />
  );
}
