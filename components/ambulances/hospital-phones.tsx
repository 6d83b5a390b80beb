import { Phone } from "lucide-react";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { PhoneNumber } from "@/components/ui/phone-number";
import type { HospitalCard } from "@/lib/domain/hospitals/schema";
import { routes } from "@/lib/site/routes";

/** Hospitals with their phone numbers, for what can wait. */
export function HospitalPhones({ hospitals }: { hospitals: HospitalCard[] }) {
  return (
    <Card flush>
      <ul className="divide-y divide-line">
        {hospitals.map((hospital) => (
          <li
            key={hospital.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-5"
          >
            <div className="min-w-0">
              <h3 className="text-base">
                <Link
                  href={routes.hospitals.profile(hospital.slug)}
                  className="rounded-sm hover:text-accent hover:underline"
                >
                  {hospital.name}
                </Link>
              </h3>
              <p className="text-sm text-quiet">{hospital.address ?? hospital.city}</p>
            </div>
            {hospital.phone ? (
              <PhoneNumber
                phone={hospital.phone}
                className="touch-target inline-flex items-center gap-2 font-semibold text-accent tabular hover:underline"
              >
                <Phone aria-hidden className="size-4" />
              </PhoneNumber>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
