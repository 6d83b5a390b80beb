import { Hospital, House } from "lucide-react";
import { Card } from "@/components/ui/card";
import { placeOf } from "@/components/ui/format-instant";
import { Link } from "@/components/ui/link";
import { PhoneNumber } from "@/components/ui/phone-number";
import type { Place } from "@/lib/domain/directory/schema";
import { routes } from "@/lib/site/routes";

/** The doctor's places, with their zones. */
export function DoctorPlaces({ places }: { places: readonly Place[] }) {
  return (
    <ul className="grid gap-3">
      {places.map((place) => (
        <Card as="li" key={place.hospital?.id ?? "own"} className="flex items-start gap-3">
          <span aria-hidden className="mt-0.5 text-quiet [&_svg]:size-5">
            {place.hospital ? <Hospital /> : <House />}
          </span>
          <div className="min-w-0">
            <h3 className="text-base">
              {place.hospital ? (
                <Link
                  href={routes.hospitals.profile(place.hospital.slug)}
                  className="rounded-sm hover:text-accent hover:underline"
                >
                  {place.name}
                </Link>
              ) : (
                place.name
              )}
            </h3>
            {place.address ? (
              <p className="text-sm">{place.address}</p>
            ) : place.city ? (
              <p className="text-sm">{place.city}</p>
            ) : null}
            {place.phone ? (
              <p className="text-sm">
                <PhoneNumber phone={place.phone} className="touch-target text-accent tabular underline" />
              </p>
            ) : null}
            <p className="text-sm text-quiet">Times in {placeOf(place.timeZone)} time</p>
          </div>
        </Card>
      ))}
    </ul>
  );
}
