import { Skeleton } from "@/components/ui/skeleton";

const WARDS = ["first", "second"];
const BEDS = Array.from({ length: 8 }, (_, index) => index);

export default function Loading() {
  return (
    <div role="status">
      <span className="sr-only">Loading…</span>
      <Skeleton className="mb-2 h-4 w-56" />
      <Skeleton className="mb-6 h-8 w-80 max-w-full" />
      <div className="mb-6 flex flex-wrap gap-1.5">
        {WARDS.map((chip) => (
          <Skeleton key={chip} className="h-9 w-24 rounded-full" />
        ))}
      </div>
      {WARDS.map((ward) => (
        <div key={ward} className="mt-6">
          <Skeleton className="mb-3 h-5 w-48" />
          <div className="grid grid-cols-[repeat(auto-fill,minmax(min(10rem,100%),1fr))] gap-3">
            {BEDS.map((bed) => (
              <Skeleton key={bed} className="h-28 rounded-lg" />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
