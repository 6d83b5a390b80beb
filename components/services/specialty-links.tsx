import { Link } from "@/components/ui/link";
import { counted } from "@/lib/platform/text/counted";
import type { SpecialtyItem } from "@/lib/domain/services/schema";
import { routes } from "@/lib/site/routes";

/** Every specialty with doctors, each linking to them. */
export function SpecialtyLinks({ specialties }: { specialties: readonly SpecialtyItem[] }) {
  return (
    <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
      {specialties
        .filter((specialty) => specialty.doctorCount > 0)
        .map((specialty) => (
          <li key={specialty.id} className="min-w-0">
            <Link
              href={routes.doctors.list({ specialty: specialty.slug })}
              className="flex min-h-14 items-center justify-between gap-4 rounded-lg border border-line bg-surface px-4 py-2 hover:border-line-strong hover:bg-sunken"
            >
              <span className="min-w-0">
                <span className="block font-semibold">{specialty.name}</span>
                <span className="block truncate text-sm text-quiet">{specialty.description}</span>
              </span>
              <span className="shrink-0 text-sm text-quiet tabular">{counted(specialty.doctorCount, "doctor")}</span>
            </Link>
          </li>
        ))}
    </ul>
  );
}
