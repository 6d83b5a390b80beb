import { SearchX } from "lucide-react";
import type { Search } from "@/app/search-params";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { DoctorFilter } from "@/lib/domain/directory/schema";
import { listSuggestions, type Instead } from "@/lib/domain/directory/list-suggestions";
import { routes } from "@/lib/site/routes";
import { listHref } from "./list-href";

const WITHOUT: Partial<Record<keyof DoctorFilter, string>> = {
  availableFrom: "Any day",
  maxFee: "Any fee",
  language: "Any language",
  mode: "In person or by video",
  near: "Anywhere, not only near you",
  city: "Any city",
  q: "Without your search words",
  specialty: "Any specialty",
};

type Props = { filter: DoctorFilter; search: Search; specialties: { slug: string; name: string }[] };

/** No results: links to searches that have some. */
export async function NoResults({ filter, search, specialties }: Props) {
  const instead = await listSuggestions(filter);
  const together: Partial<Record<keyof DoctorFilter, Search>> = {
    availableFrom: { availableTo: undefined },
    maxFee: { currency: undefined },
    near: { radiusKm: undefined, sort: undefined },
  };
  const linkOf = (one: Instead) => {
    if (one.without)
      return {
        label: WITHOUT[one.without] ?? "Fewer filters",
        href: listHref({ ...search, ...together[one.without], [one.without]: undefined, pages: undefined }),
      };
    const name = specialties.find(({ slug }) => slug === one.specialty)?.name ?? one.specialty;
    return {
      label: `${name} instead`,
      href: listHref({ ...search, q: undefined, specialty: one.specialty, pages: undefined }),
    };
  };
  return (
    <EmptyState
      icon={<SearchX />}
      title="No doctors match"
      text={
        instead.length > 0
          ? "Try one of these:"
          : "Try fewer words, another spelling, or what you need help with: “knee”, “skin”, “children”."
      }
      action={
        <div className="flex flex-wrap justify-center gap-2">
          {instead.map(linkOf).map(({ label, href }) => (
            <Button asChild key={href} variant="secondary">
              <Link href={href}>{label}</Link>
            </Button>
          ))}
          <Button asChild variant={instead.length > 0 ? "quiet" : "secondary"}>
            <Link href={routes.doctors.list()}>Show all doctors</Link>
          </Button>
        </div>
      }
    />
  );
}
