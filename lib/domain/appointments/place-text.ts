import { plainName } from "@/lib/platform/mail/plain-name";
import { addressLine } from "./format-calendar";

type Place = { isVideo: boolean; place: string | null; address: string | null; city: string | null };

/** Says in a letter where an appointment takes place: "Where: Northside, 1 Main Street, Berlin". */
export function placeText({ isVideo, place, address, city }: Place): string {
  if (isVideo) return "It takes place by video.";
  const where = [place && plainName(place), addressLine({ address, city })].filter(Boolean).join(", ");
  return where ? `Where: ${where}` : "Where: at the practice.";
}
