import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { signOutAction } from "@/lib/domain/accounts/actions";
import type { ActionFailure } from "@/lib/platform/actions/action-result";

type Props = {
  token: string;
  name: string;
  email: string;
  /** What accepting means for this account. */
  meaning: string;
  label: string;
  error: ActionFailure | undefined;
  action: (form: FormData) => void;
};

/** One button by which the signed-in user accepts what a link offers, or another one to sign out. */
export function AcceptAsAccount({ token, name, email, meaning, label, error, action }: Props) {
  return (
    <div className="grid gap-5">
      {error ? <FormMessage title={error.message} /> : null}
      <p>
        You&apos;re signed in as <span className="font-semibold">{name}</span>{" "}
        <span className="wrap-anywhere text-quiet">({email})</span>. {meaning}
      </p>
      <form action={action}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton size="lg" block>
          {label}
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
