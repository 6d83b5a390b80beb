"use client";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { toast } from "@/components/ui/toast";
import { withdrawEmailChangeAction } from "@/lib/domain/email-changes/actions";
import type { EmailChange } from "@/lib/domain/email-changes/schema";
import { tryAction } from "@/lib/platform/actions/try-action";

/** A change of the address that waits for consent. */
export function EmailChangeCard({ userId, change }: { userId: string; change: EmailChange }) {
  const withdraw = async () => {
    const result = await tryAction(() => withdrawEmailChangeAction({ userId }));
    if (result.ok) toast.success("Withdrawn. The address stays as it is.");
    else toast.error(result.error.message);
  };
  return (
    <Card className="mb-6">
      <CardHeader
        title="A change of the address is pending"
        text={
          <>
            It waits for consent until <LocalTime style="dated-time" instant={change.expiresAt} />.
          </>
        }
        actions={
          <ConfirmDialog
            trigger={
              <Button variant="secondary" size="sm">
                Withdraw change
              </Button>
            }
            title="Withdraw this change?"
            text="The links in both emails stop working. The address stays as it is."
            confirmLabel="Withdraw change"
            onConfirm={withdraw}
          />
        }
      />
      <p className="wrap-anywhere">
        <span className="text-quiet">{change.oldEmail} →</span> <strong>{change.newEmail}</strong>
      </p>
      <p className="mt-1 text-sm break-words text-quiet">{change.reason}</p>
    </Card>
  );
}
