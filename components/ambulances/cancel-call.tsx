"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import { cancelTrackedCallAction, changeCallAction } from "@/lib/domain/ambulances/actions";
import { tryAction } from "@/lib/platform/actions/try-action";

export type CancelCallProps = {
  /** By the link it was followed with, or as the signed-in user. */
  by: { token: string } | { id: string; version: number };
};

/** Cancels the caller's call. */
export function CancelCall({ by }: CancelCallProps) {
  const router = useRouter();
  const [failure, setFailure] = useState<string>();
  const cancel = async () => {
    const result =
      "token" in by
        ? await tryAction(() => cancelTrackedCallAction(by))
        : await tryAction(() => changeCallAction({ ...by, status: "CANCELLED" }));
    setFailure(result.ok ? undefined : result.error.message);
    router.refresh();
    return result.ok;
  };
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="lg">
          No ambulance is needed
        </Button>
      }
      title="Cancel the ambulance?"
      text="The hospital is notified at once and no ambulance will come. Cancel only if help is no longer needed."
      confirmLabel="Cancel the ambulance"
      cancelLabel="Keep it"
      onConfirm={cancel}
    >
      {failure ? <FormMessage title={failure} /> : null}
    </ConfirmDialog>
  );
}
