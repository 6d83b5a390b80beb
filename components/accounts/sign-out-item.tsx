"use client";
import { LogOut } from "lucide-react";
import { useTransition } from "react";
import { DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { leave } from "@/components/ui/leave";
import { signOutHere } from "./sign-out-here";

/** The account menu's last item. The menu closes at once, so the action is called rather than a form submitted. */
export function SignOutItem() {
  const [pending, startTransition] = useTransition();
  return (
    <DropdownMenuItem disabled={pending} onSelect={() => leave.by(() => startTransition(() => signOutHere()))}>
      <LogOut aria-hidden />
      Sign out
    </DropdownMenuItem>
  );
}
