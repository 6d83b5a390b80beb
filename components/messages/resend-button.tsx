"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { resendMessageAction } from "@/lib/domain/messages/actions";
import { tryAction } from "@/lib/platform/actions/try-action";

/** Sends a message again that was given up. */
export function ResendButton({ id, what }: { id: string; what: string }) {
  const [pending, setPending] = useState(false);
  const resend = async () => {
    setPending(true);
    const result = await tryAction(() => resendMessageAction({ id }));
    setPending(false);
    if (result.ok) toast.success("It will be sent again in a moment");
    else toast.error(result.error.message);
  };
  return (
    <Button size="sm" variant="secondary" pending={pending} onClick={() => void resend()}>
      Send again<span className="sr-only">: {what}</span>
    </Button>
  );
}
