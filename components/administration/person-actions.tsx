"use client";
import { KeyRound, LogOut } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { endUserSessionsAction, sendPasswordLinkAction } from "@/lib/domain/administration/actions";
import type { Person } from "@/lib/domain/administration/schema";
import { tryAction } from "@/lib/platform/actions/try-action";
import { ChangeEmailButton } from "./change-email-button";
import { SuspendButton } from "./suspend-button";

type Props = { person: Pick<Person, "id" | "name" | "email" | "status">; hasPendingChange: boolean };

/** What an administrator can do for, or about, someone else's account. */
export function PersonActions({ person, hasPendingChange }: Props) {
  const isActive = person.status === "ACTIVE";
  return (
    <>
      {isActive ? <SendLink person={person} /> : null}
      {isActive && !hasPendingChange ? <ChangeEmailButton person={person} /> : null}
      <SuspendButton person={person} size="md" />
    </>
  );
}

function SendLink({ person: { id, email } }: Pick<Props, "person">) {
  const [isPending, setPending] = useState(false);
  const send = async () => {
    setPending(true);
    const result = await tryAction(() => sendPasswordLinkAction({ userId: id }));
    setPending(false);
    if (result.ok) toast.success("The link is on its way", { description: `To ${email}, for an hour.` });
    else toast.error(result.error.message);
  };
  return (
    <Button pending={isPending} onClick={() => void send()}>
      <KeyRound aria-hidden /> Send password link
    </Button>
  );
}

/** Signs someone out everywhere. */
export function EndAllSessions({ userId }: { userId: string }) {
  const end = async () => {
    const result = await tryAction(() => endUserSessionsAction({ userId }));
    if (result.ok) toast.success("All sessions have ended");
    else toast.error(result.error.message);
  };
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="sm">
          <LogOut aria-hidden /> End all sessions
        </Button>
      }
      title="End all sessions?"
      text="They are signed out on all devices and in all programs at once. A link to choose a password that is still open stops working."
      confirmLabel="End all sessions"
      onConfirm={end}
    />
  );
}
