"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { resendStaffInvitationAction } from "@/lib/domain/staff/actions";
import { tryAction } from "@/lib/platform/actions/try-action";

/** Sends an invitation to the staff again, with a new link. */
export function ResendInvitation(invitation: { hospitalId: string; id: string }) {
  const [isPending, setPending] = useState(false);
  const resend = async () => {
    setPending(true);
    const result = await tryAction(() => resendStaffInvitationAction(invitation));
    setPending(false);
    if (result.ok) toast.success("A new link is on its way. The previous one stops working.");
    else toast.error(result.error.message);
  };
  return (
    <Button size="sm" variant="secondary" pending={isPending} onClick={() => void resend()}>
      Send a new link
    </Button>
  );
}
