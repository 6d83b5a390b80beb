import { FormMessage } from "@/components/ui/form-message";
import type { ActionFailure } from "@/lib/platform/actions/action-result";

export const UPDATED = "This page has been updated.";

/** Why it was refused, unless a field has its own message. */
export function RefusalNote({ failure }: { failure: ActionFailure | undefined }) {
  if (!failure || (failure.code === "invalid" && failure.fields?.length)) return null;
  return <FormMessage title={failure.message}>{UPDATED}</FormMessage>;
}
