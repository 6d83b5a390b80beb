import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { FormMessage } from "./form-message";

function wait(seconds: number): string {
  return seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

/** Why the form was refused and what to do; invalid fields have their own messages. */
export function FormFailure({ error }: { error: ActionFailure | undefined }) {
  if (!error) return null;
  if (error.code === "invalid")
    return <FormMessage title="There is a problem">Check the fields marked below.</FormMessage>;
  if (error.code === "invalid-credentials") {
    return <FormMessage title="Wrong email or password">Check both, or reset your password below.</FormMessage>;
  }
  if (error.code === "rate-limited") {
    const when = error.retryAfterSeconds === undefined ? "a few minutes" : wait(error.retryAfterSeconds);
    return <FormMessage title="Too many attempts">Please try again in {when}.</FormMessage>;
  }
  if (error.code === "email-taken") {
    return (
      <FormMessage title="This email address cannot be used for a new account">
        If it&apos;s yours, sign in or reset your password.
      </FormMessage>
    );
  }
  if (error.requestId === "") return <FormMessage title={error.message} />;
  return <FormMessage title={error.message}>Nothing was changed. Your request ID is {error.requestId}.</FormMessage>;
}
