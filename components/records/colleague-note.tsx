import { LocalTime } from "@/components/ui/local-time";
import { Signature, SignedContent, type Signed } from "./signed-content";
import { SOAP_LABELS } from "./signed-visit";

/** A signed note, for another doctor who treats the patient. */
export function ColleagueNote({ signedAt, ...signed }: Signed & { signedAt: string }) {
  return (
    <div className="grid gap-5">
      <SignedContent {...signed} labels={SOAP_LABELS}>
        <Signature>
          Signed <LocalTime instant={signedAt} />. The patient sees that you opened it.
        </Signature>
      </SignedContent>
    </div>
  );
}
