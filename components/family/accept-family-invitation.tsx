"use client";
import { useActionState } from "react";
import { AcceptAsAccount } from "@/components/accounts/accept-as-account";
import { acceptFamilyInvitationAction, type FamilyLinkState } from "@/lib/domain/family/actions";

type Props = { token: string; name: string; email: string; isHandOver: boolean };

/** One button by which the signed-in user starts to act for someone, or takes over their own record. */
export function AcceptFamilyInvitation({ isHandOver, ...offer }: Props) {
  const [state, action] = useActionState<FamilyLinkState, FormData>(acceptFamilyInvitationAction, {});
  return (
    <AcceptAsAccount
      {...offer}
      meaning={isHandOver ? "The record will belong to this account." : "You can give this up at any time."}
      label={isHandOver ? "Take over my record" : "Accept"}
      error={state.error}
      action={action}
    />
  );
}
