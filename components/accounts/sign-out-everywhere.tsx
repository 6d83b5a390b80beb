"use client";
import { useState } from "react";
import { signOutEverywhereAction } from "@/lib/domain/accounts/actions";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

export function SignOutEverywhere() {
  const [open, setOpen] = useState(false);
  const confirm = async () => {
    const { error } = await signOutEverywhereAction();
    if (error) toast.error(error.message);
    else toast.success("All other devices are signed out.");
    return !error;
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="secondary">Sign out everywhere else</Button>}
      title="Sign out on all other devices?"
      text="Every other browser, app and access token for your account stops working at once. You stay signed in here."
      confirmLabel="Sign them out"
      onConfirm={confirm}
    />
  );
}
