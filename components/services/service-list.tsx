import { CalendarClock, ChevronRight } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { counted } from "@/lib/platform/text/counted";
import type { ServiceItem } from "@/lib/domain/services/schema";
import { routes } from "@/lib/site/routes";

/** The catalogue by specialty, each service with how many doctors offer it and when next. */
export function ServiceList({ services }: { services: readonly ServiceItem[] }) {
  const bySpecialty = new Map<string, ServiceItem[]>();
  for (const service of services)
    bySpecialty.set(service.specialty.name, [...(bySpecialty.get(service.specialty.name) ?? []), service]);
  return (
    <div className="mt-6 grid gap-6 md:grid-cols-2">
      {[...bySpecialty]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([specialty, list]) => (
          <section key={specialty} aria-label={specialty}>
            <h2 className="mb-2 text-base">{specialty}</h2>
            <Card flush>
              <ul className="divide-y divide-line">
                {list.map((service) => (
                  <ServiceRow key={service.id} service={service} />
                ))}
              </ul>
            </Card>
          </section>
        ))}
    </div>
  );
}

function ServiceRow({ service }: { service: ServiceItem }) {
  return (
    <li>
      <Link
        href={routes.services.details(service.slug)}
        className="flex items-center gap-4 px-4 py-3 hover:bg-sunken sm:px-5"
      >
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{service.name}</span>
          <span className="block text-sm text-quiet">{service.description}</span>
          <span className="mt-1 flex flex-wrap items-center gap-x-3 text-sm">
            <span className="text-quiet">
              {service.doctorCount === 0 ? "No doctors yet" : counted(service.doctorCount, "doctor")}
            </span>
            {service.nextAvailableAt ? (
              <span className="inline-flex items-center gap-1.5 font-medium text-good">
                <CalendarClock aria-hidden className="size-4" /> Next:{" "}
                <LocalTime instant={service.nextAvailableAt} style="date" />
              </span>
            ) : null}
          </span>
        </span>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-quiet" />
      </Link>
    </li>
  );
}
