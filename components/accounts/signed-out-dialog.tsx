"use client";
import { ExternalLink } from "lucide-react";
import { useEffect, useEffectEvent, useId, useState, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { EmailInput } from "@/components/ui/email-input";
import { Field } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { PasswordInput } from "@/components/ui/password-input";
import { blockers, type Person } from "@/lib/platform/http/browser/blocker";
import { routes } from "@/lib/site/routes";
import { signInAgain, whoIsHere, type SignInAgain } from "./sign-in-again";

type Fault = Exclude<SignInAgain, "same">;

const FAULTS: Record<Fault, { title: string; text: string }> = {
  other: {
    title: "This is a different account",
    text: "This page belongs to the account you were signed in with before, so nothing was sent.",
  },
  refused: { title: "Wrong email or password", text: "Check both and try again." },
  "too-many": { title: "Too many attempts", text: "Please try again in a few minutes." },
  unreachable: { title: "We couldn't connect", text: "Check your connection and try again." },
};

/**
 * Says that the session has expired, and signs its person in again where they are. What they typed and pressed
 * continues.
 */
export function SignedOutDialog({ person, isAction }: { person: Person; isAction: boolean }) {
  const formId = useId();
  const { fault, isPending, submit } = useSignInAgain(person);
  return (
    <>
      {/* The person at this screen now may not be the page's person. */}
      <div aria-hidden className="fixed inset-0 z-40 backdrop-blur-lg" />
      <Dialog open onOpenChange={(open) => !open && isAction && blockers.settle("signed-out", false)}>
        <DialogContent
          title="You have been signed out"
          description={
            isAction
              ? "Sign in again to finish what you started. What you entered is still here."
              : "Sign in again to continue. What you entered is still here."
          }
          size="sm"
          forgetsNothing
          onInteractOutside={(event) => event.preventDefault()}
          footer={
            <>
              <Button variant="secondary" onClick={() => blockers.settle("signed-out", false)} disabled={isPending}>
                {isAction ? "Not now" : "Leave this page"}
              </Button>
              <Button type="submit" form={formId} pending={isPending}>
                Sign in and continue
              </Button>
            </>
          }
        >
          <form id={formId} onSubmit={submit} className="grid gap-4">
            {fault ? <FormMessage title={FAULTS[fault].title}>{FAULTS[fault].text}</FormMessage> : null}
            <SignInFields email={person.email} />
          </form>
        </DialogContent>
      </Dialog>
    </>
  );
}

/** Signs the page's person in again, here or in another tab. */
function useSignInAgain(person: Person) {
  const [fault, setFault] = useState<Fault | null>(null);
  const [isPending, startTransition] = useTransition();
  const take = (result: SignInAgain) => (result === "same" ? blockers.settle("signed-out", true) : setFault(result));

  const look = useEffectEvent(async () => {
    if (document.visibilityState !== "visible") return;
    const here = await whoIsHere();
    if (here !== null) take(here === person.id ? "same" : "other");
  });
  useEffect(() => {
    // Also at once, because another person may be signed in here already; and when they return from another tab.
    const onLook = () => void look();
    onLook();
    window.addEventListener("focus", onLook);
    document.addEventListener("visibilitychange", onLook);
    return () => {
      window.removeEventListener("focus", onLook);
      document.removeEventListener("visibilitychange", onLook);
    };
  }, []);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A form in a portal is still inside the form whose button was pressed, as React sees it.
    event.stopPropagation();
    const typed = new FormData(event.currentTarget);
    startTransition(async () =>
      take(await signInAgain(person.id, String(typed.get("email")), String(typed.get("password")))),
    );
  };
  return { fault, isPending, submit };
}

function SignInFields({ email }: { email: Person["email"] }) {
  return (
    <>
      <Field label="Email" name="email" required>
        <EmailInput autoComplete="username" defaultValue={email} />
      </Field>
      <Field label="Password" name="password" required>
        <PasswordInput autoComplete="current-password" autoFocus={email !== undefined} />
      </Field>
      <a
        href={routes.signIn()}
        target="_blank"
        className="touch-target w-fit text-sm font-medium text-accent underline"
      >
        Sign in in a new tab <ExternalLink aria-hidden className="inline size-3.5 align-[-0.125em]" />
      </a>
    </>
  );
}
