import { Card } from "@/components/ui/card";
import { Link, type LinkProps } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { AddAddendum } from "./add-addendum";
import { Signature, SignedContent, type Signed } from "./signed-content";

/** The parts of a note in the doctor's terms. */
export const SOAP_LABELS = {
  reason: "Reason",
  subjective: "Subjective",
  objective: "Objective",
  assessment: "Assessment",
  plan: "Plan",
};

type Props = Signed & { appointmentId: string; signedAt: string; accessHref: LinkProps["href"] };

/** A signed note in the doctor's own terms. */
export function SignedVisit({ appointmentId, signedAt, accessHref, ...signed }: Props) {
  return (
    <Card className="grid gap-5">
      <SignedContent {...signed} labels={SOAP_LABELS}>
        <Signature>
          Signed <LocalTime instant={signedAt} />. It can&apos;t be changed. The patient can read it.{" "}
          <Link href={accessHref} className="font-medium text-accent underline underline-offset-2">
            See who has
          </Link>
        </Signature>
      </SignedContent>
      <AddAddendum appointmentId={appointmentId} />
    </Card>
  );
}
