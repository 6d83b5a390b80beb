import { Building2, Stethoscope, User } from "lucide-react";
import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { KIND_LABELS } from "@/lib/domain/accounts/format";
import type { SignUpKind } from "@/lib/domain/accounts/schema";
import { cn } from "@/components/ui/cn";
import { routes } from "@/lib/site/routes";

const ICONS = { patient: User, doctor: Stethoscope, hospital: Building2 } as const;
const KINDS = ["patient", "doctor", "hospital"] as const;

/** Who is signing up: links, so that the choice survives a reload and needs no script. */
export function SignUpKinds({ kind, from }: { kind: SignUpKind; from?: Route | undefined }) {
  return (
    <nav aria-label="I am a" className="mb-6 grid grid-cols-3 gap-2">
      {KINDS.map((value) => {
        const Icon = ICONS[value];
        return (
          <Link
            key={value}
            href={routes.signUp({ kind: value, from })}
            replace
            scroll={false}
            aria-current={value === kind ? "page" : undefined}
            className={cn(
              "flex min-h-16 flex-col items-center justify-center gap-1 rounded-md border text-sm font-semibold",
              value === kind
                ? "border-accent bg-accent-soft text-accent"
                : "border-line text-quiet hover:border-line-strong hover:text-ink",
            )}
          >
            <Icon aria-hidden className="size-5" />
            {KIND_LABELS[value]}
          </Link>
        );
      })}
    </nav>
  );
}
