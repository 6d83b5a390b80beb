import { Clock, MapPin, Video } from "lucide-react";
import { Card } from "@/components/ui/card";
import { formatMoney } from "@/lib/platform/money/amount";
import type { DoctorServiceItem } from "@/lib/domain/doctors/schema";

/** The services: length, mode and fee. */
export function DoctorServices({ services }: { services: readonly DoctorServiceItem[] }) {
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {services.map((service) => (
          <li
            key={service.id}
            className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 py-3 sm:px-5"
          >
            <div className="min-w-0 flex-[1_1_14rem]">
              <h3 className="text-base">{service.name}</h3>
              <p className="text-sm text-quiet">{service.description}</p>
            </div>
            <p className="flex items-center gap-3 text-sm text-quiet tabular [&_svg]:size-4">
              <span className="inline-flex items-center gap-1.5">
                <Clock aria-hidden /> {service.durationMinutes} min
              </span>
              <span className="inline-flex items-center gap-1.5">
                {service.mode === "VIDEO" ? <Video aria-hidden /> : <MapPin aria-hidden />}{" "}
                {service.mode === "VIDEO" ? "Video" : "In person"}
              </span>
              {service.fee ? <span className="font-semibold text-ink">{formatMoney(service.fee)}</span> : null}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
