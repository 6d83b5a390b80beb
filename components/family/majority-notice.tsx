import { FormMessage } from "@/components/ui/form-message";
import { Link } from "@/components/ui/link";
import type { FamilyMember } from "@/lib/domain/family/load-family";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

type Props = { member: FamilyMember; className?: string; withLink?: boolean };

/** Tells a parent in time that the 18th birthday ends their access; nothing while that is far away. */
export function MajorityNotice({ member, className, withLink = false }: Props) {
  const { name, endsInDays, hasAccount, canHandOver } = member;
  if (endsInDays === null) return null;
  return (
    <FormMessage
      tone="wait"
      className={className}
      title={`Your access to ${name}'s record ends in ${counted(endsInDays, "day")}, on their 18th birthday`}
    >
      {hasAccount
        ? "From then on they decide who acts for them."
        : canHandOver
          ? "Hand over the record to them before then."
          : "A parent can hand over the record to them before then."}{" "}
      {withLink ? (
        <Link href={routes.patient.family()} className="touch-target font-semibold text-accent underline">
          Go to your family
        </Link>
      ) : null}
    </FormMessage>
  );
}
