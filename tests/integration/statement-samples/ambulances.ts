import * as ambulances from "@/lib/domain/ambulances/statements";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

export function ambulanceSamples({ hospitalId, ambulance, now }: World): Sample[] {
  const place = { latitude: 52.4, longitude: 13.3 };
  return [
    sample(ambulances.nearestHospital, ["BASIC"], { ...place, except: [], reachKm: 50 }),
    sample(ambulances.hospitalsThatCanSend, [hospitalId], ["BASIC", "ADVANCED"]),
    sample(ambulances.distanceToHospital, hospitalId, place),
    sample(ambulances.dueCalls, now),
    sample(ambulances.dueCall, ambulance.id, now),
    sample(ambulances.vehicleWithRegistration, hospitalId, "B-RT 100", ambulance.id),
    sample(ambulances.vehicleCounts, hospitalId),
  ];
}
