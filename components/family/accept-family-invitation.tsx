"use client";
import { useActionState } from "react";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { signOutAction } from "@/lib/domain/accounts/actions";
import { acceptFamilyInvitationAction, type FamilyLinkState } from "@/lib/domain/family/actions";

type Props = { token: string; name: string; email: string; isHandOver: boolean };

/** One button by which the signed-in user starts to act for someone, or takes over their own record. */
export function AcceptFamilyInvitation({ token, name, email, isHandOver }: Props) {
  const [state, action] = useActionState<FamilyLinkState, FormData>(acceptFamilyInvitationAction, {});
  return (
    <div className="grid gap-5">
      {state.error ? <FormMessage title={state.error.message} /> : null}
      <p>
        You&apos;re signed in as <span className="font-semibold">{name}</span>{" "}
        <span className="wrap-anywhere text-quiet">({email})</span>.{" "}
        {isHandOver ? "The record will belong to this account." : "You can give this up at any time."}
      </p>
      <form action={action}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton size="lg" block>
          {isHandOver ? "Take over my record" : "Accept"}
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
