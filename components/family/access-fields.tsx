import { ScopeFields, type ScopeDraft, type ScopeFieldsProps } from "@/components/ui/scope-fields";
import { SCOPE_MEANINGS, SCOPE_WORDS } from "@/lib/domain/family/format";
import type { AccessScope } from "@/lib/domain/patients/schema";

const SCOPES: AccessScope[] = ["ALL", "BOOK", "READ"];

export type AccessDraft = ScopeDraft<AccessScope>;

/** What someone may do, and until when. */
export function AccessFields(props: ScopeFieldsProps<AccessScope>) {
  return (
    <ScopeFields
      {...props}
      label="What may they do?"
      scopes={SCOPES}
      words={SCOPE_WORDS}
      meanings={SCOPE_MEANINGS}
      ending="end it"
    />
  );
}
