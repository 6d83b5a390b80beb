"use client";
import { useActionState } from "react";
import { AcceptAsAccount } from "@/components/accounts/accept-as-account";
import { acceptStaffInvitationAction, type StaffLinkState } from "@/lib/domain/staff/actions";

type Props = { token: string; name: string; email: string };

/** One button that adds the signed-in user to the staff. */
export function AcceptStaffInvitation(offer: Props) {
  const [state, action] = useActionState<StaffLinkState, FormData>(acceptStaffInvitationAction, {});
  return (
    <AcceptAsAccount
      {...offer}
      meaning="This account will join the staff."
      label="Join the staff"
      error={state.error}
      action={action}
    />
  );
}
