"use client";
import { useActionState } from "react";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { signOutAction } from "@/lib/domain/accounts/actions";
import { acceptStaffInvitationAction, type StaffLinkState } from "@/lib/domain/staff/actions";

type Props = { token: string; name: string; email: string };

/** One button that adds the signed-in user to the staff. */
export function AcceptStaffInvitation({ token, name, email }: Props) {
  const [state, action] = useActionState<StaffLinkState, FormData>(acceptStaffInvitationAction, {});
  return (
    <div className="grid gap-5">
      {state.error ? <FormMessage title={state.error.message} /> : null}
      <p>
        You&apos;re signed in as <span className="font-semibold">{name}</span>{" "}
        <span className="wrap-anywhere text-quiet">({email})</span>. This account will join the staff.
      </p>
      <form action={action}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton size="lg" block>
          Join the staff
        </SubmitButton>
      </form>
      <form action={signOutAction} className="text-center">
        <button type="submit" className="touch-target text-sm font-medium text-accent underline">
          Not you? Sign out
        </button>
      </form>
    </div>
  );
}
