import { Link } from "@/components/ui/link";
import type { ProfileKind } from "@/lib/domain/administration/schema";
import { routes } from "@/lib/site/routes";

/** A doctor's or hospital's name, which leads to their page. */
export function ProfileLink({ kind, id, name }: { kind: ProfileKind; id: string; name: string }) {
  const href = kind === "doctor" ? routes.admin.doctor(id) : routes.admin.hospital(id);
  return (
    <Link href={href} className="touch-target hover:underline">
      {name}
    </Link>
  );
}
