import * as overview from "@/lib/domain/administration/statements/overview";
import * as people from "@/lib/domain/administration/statements/people";
import * as profiles from "@/lib/domain/administration/statements/profiles";
import { SESSION_ENDS } from "@/lib/domain/administration/status";
import * as candidates from "@/lib/domain/directory/statements/candidates";
import * as wholeDirectory from "@/lib/domain/directory/statements/whole-directory";
import * as hospitals from "@/lib/domain/hospitals/statements";
import * as lookUp from "@/lib/domain/lookup/statements";
import * as transfer from "@/lib/domain/transfer/statements";
import { sample, type Sample } from "./sample";
import type { World } from "./world";

export function searchSamples({ hospitalId, userId, patientId, patientName, doctor, now }: World): Sample[] {
  const near = { latitude: 52.5, longitude: 13.4 };
  const everyone = { sort: "soonest" } as const;
  const words = { specialties: ["cardiology", "surgery"], rest: "anna", whole: "heart anna" };
  const narrowed = { ...everyone, near, city: "Berlin", language: "en", maxFee: 80, currency: "EUR" };
  const first = { query: null, after: undefined, until: now, limit: 10 };
  const at = now.toISOString();
  const wanted = JSON.stringify([{ kind: "doctor", id: hospitalId, name: doctor.name, least: 0.9 }]);
  const page = { state: "VERIFIED", after: undefined, take: 10 } as const;
  return [
    sample(profiles.profilesLike, wanted, 3),
    sample(profiles.profilesInState, page),
    sample(profiles.profilesInState, { ...page, kind: "doctor", after: { value: at, id: doctor.id } }),
    sample(overview.platformNow, { from: now, to: new Date(now.getTime() + 86_400_000) }),
    sample(people.openSessions, userId, undefined, 5),
    sample(people.openSessions, userId, { value: at, id: doctor.id }, 5),
    sample(people.actsFor, userId),
    sample(people.signInTrail, userId, SESSION_ENDS),
    sample(people.mailboxesLike, "asha.abelard", 5),
    sample(people.invitationsAt, "asha@caresync.test"),
    sample(candidates.walkedCandidates, everyone, first),
    sample(candidates.walkedCandidates, everyone, { ...first, after: { k: "soonest", s: at, i: doctor.id } }),
    sample(candidates.walkedCandidates, narrowed, { ...first, query: "anna:*" }),
    sample(
      candidates.walkedCandidates,
      { ...narrowed, sort: "fee" },
      { ...first, after: { k: "fee", c: "EUR", f: 1_000, i: doctor.id } },
    ),
    sample(
      candidates.walkedCandidates,
      { ...narrowed, sort: "distance" },
      { ...first, after: { k: "distance", d: 10, i: doctor.id } },
    ),
    sample(candidates.matchingCandidates, narrowed, first),
    sample(
      candidates.matchingCandidates,
      { sort: "relevance", meaning: words },
      { ...first, after: { k: "relevance", r: 1, s: null, i: doctor.id } },
    ),
    sample(candidates.directoryQuery, "cardiolgy"),
    sample(candidates.feeCurrencies, { ...narrowed, currency: undefined, maxFee: undefined }, "anna:*"),
    sample(wholeDirectory.citiesOfDoctors, 10),
    sample(wholeDirectory.languagesOfDoctors),
    sample(wholeDirectory.writeNextSlots, [{ doctorId: doctor.id, at }], now),
    sample(wholeDirectory.doctorsToCheck, { inAnHour: now, minuteAgo: now, hourAgo: now }, 10),
    sample(hospitals.hospitalsInOrder, {}, undefined, 10),
    sample(hospitals.hospitalsInOrder, { q: "clinic", city: "Berlin" }, { name: "A", reach: null, id: hospitalId }, 10),
    sample(hospitals.hospitalsInOrder, { near, radiusKm: 20 }, { name: "A", reach: 1, id: hospitalId }, 10),
    sample(hospitals.lockHospital, hospitalId),
    sample(lookUp.colleaguesNamed, hospitalId, doctor.name),
    sample(lookUp.bedsCalled, hospitalId, "ward"),
    sample(lookUp.wardsCalled, hospitalId, "ward"),
    sample(lookUp.vehiclesCalled, hospitalId, "amb"),
    sample(lookUp.listedDoctorsNamed, doctor.name),
    sample(lookUp.listedHospitalsNamed, "hospital"),
    sample(lookUp.visitsNamed, { by: "patient", hospitalId }, patientName, now),
    sample(lookUp.visitsNamed, { by: "patient", doctorId: doctor.id }, patientName, now),
    sample(lookUp.visitsNamed, { by: "all", patientIds: [patientId] }, doctor.name, now),
    sample(transfer.forgetQuotedValues, now),
  ];
}
