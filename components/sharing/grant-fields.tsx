import { ScopeFields, type ScopeDraft, type ScopeFieldsProps } from "@/components/ui/scope-fields";
import { GRANT_MEANINGS, GRANT_WORDS } from "@/lib/domain/sharing/format";
import type { GrantScope } from "@/lib/domain/sharing/status";

const SCOPES: GrantScope[] = ["RECORD", "BACKGROUND"];

export type GrantDraft = ScopeDraft<GrantScope>;

/** What a doctor may read, and until when. */
export function GrantFields(props: ScopeFieldsProps<GrantScope>) {
  return (
    <ScopeFields
      {...props}
      label="What may they read?"
      scopes={SCOPES}
      words={GRANT_WORDS}
      meanings={GRANT_MEANINGS}
      ending="stop sharing"
    />
  );
}
