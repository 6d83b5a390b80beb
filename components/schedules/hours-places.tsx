"use client";
import { Building2, Clock, House, Plus } from "lucide-react";
import { useCallback, useState } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { EmptyState } from "@/components/ui/empty-state";
import { FormMessage } from "@/components/ui/form-message";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { UnsavedGuard } from "@/components/ui/unsaved-guard";
import { emptyHours, type HoursBase } from "./hours-draft";
import { HoursEditor } from "./hours-editor";

export type HoursPlace = {
  /** Hospital ID, or "" for the doctor's own practice. */
  id: string;
  name: string;
  /** Null: no hours here yet. */
  hours: HoursBase | null;
  timeZone: string;
  today: string;
  /** The hospital no longer lists the doctor: the hours are closed. */
  isClosed: boolean;
};

/** One tab for each place with hours, and a way to add another. All tabs keep what is typed in them. */
export function HoursPlaces({ places }: { places: HoursPlace[] }) {
  const [added, setAdded] = useState<string[]>([]);
  const [tab, setTab] = useState(places.find(({ hours }) => hours)?.id);
  const [dirty, onDirty] = useDirtyPlaces();
  const shown = places.filter(({ id, hours }) => hours !== null || added.includes(id));
  const others = places.filter((place) => !shown.includes(place));
  const current = shown.some(({ id }) => id === tab) ? tab : shown[0]?.id;
  const add = (id: string) => {
    setAdded((before) => [...before, id]);
    setTab(id);
  };
  if (shown.length === 0) return <FirstPlace places={others} onAdd={add} />;
  return (
    <Tabs value={current ?? ""} onValueChange={setTab}>
      <UnsavedGuard isDirty={dirty.size > 0} />
      <div className="flex items-start gap-2">
        <TabsList aria-label="Places" className="min-w-0 flex-1">
          {shown.map(({ id, name }) => (
            <TabsTrigger key={id} value={id}>
              {id ? <Building2 aria-hidden className="size-4" /> : <House aria-hidden className="size-4" />}
              {name}
              {dirty.has(id) ? <span className="size-2 rounded-full bg-wait" title="Not saved yet" /> : null}
              {dirty.has(id) ? <span className="sr-only">, not saved yet</span> : null}
            </TabsTrigger>
          ))}
        </TabsList>
        <AddPlace places={others} onAdd={add} />
      </div>
      {shown.map((place) => (
        <TabsContent key={place.id} value={place.id} forceMount hidden={place.id !== current}>
          {place.isClosed ? (
            <FormMessage tone="wait" title={`${place.name} doesn't list you at the moment`} className="mb-6">
              These hours can&apos;t be booked until it lists you again. See Places for the reason.
            </FormMessage>
          ) : null}
          <PlaceEditor place={place} onDirty={onDirty} />
        </TabsContent>
      ))}
    </Tabs>
  );
}

/** The places with something unsaved, and how each reports it. */
function useDirtyPlaces() {
  const [dirty, setDirty] = useState<ReadonlySet<string>>(new Set());
  const onDirty = useCallback((id: string, isDirty: boolean) => {
    setDirty((before) => {
      if (before.has(id) === isDirty) return before;
      const next = new Set(before);
      if (isDirty) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  return [dirty, onDirty] as const;
}

type AddProps = { places: HoursPlace[]; onAdd: (id: string) => void };

function FirstPlace({ places, onAdd }: AddProps) {
  return (
    <EmptyState
      icon={<Clock />}
      title="You haven't set any hours yet"
      text="Choose where you see patients. You can add more places later."
      action={places.map((place) => (
        <Button key={place.id} onClick={() => onAdd(place.id)}>
          {place.id ? <Building2 aria-hidden /> : <House aria-hidden />} {place.name}
        </Button>
      ))}
    />
  );
}

function PlaceEditor({ place, onDirty }: { place: HoursPlace; onDirty: (id: string, isDirty: boolean) => void }) {
  const { id, name, hours, timeZone, today } = place;
  const [empty] = useState(() => emptyHours(id || null, timeZone));
  const report = useCallback((isDirty: boolean) => onDirty(id, isDirty), [id, onDirty]);
  return <HoursEditor stored={hours ?? empty} placeName={name} today={today} onDirty={report} />;
}

function AddPlace({ places, onAdd }: AddProps) {
  if (places.length === 0) return null;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="secondary" size="sm" className="mt-1">
          <Plus aria-hidden /> Add a place
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        {places.map(({ id, name }) => (
          <DropdownMenuItem key={id} onSelect={() => onAdd(id)}>
            {id ? <Building2 aria-hidden /> : <House aria-hidden />} {name}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
