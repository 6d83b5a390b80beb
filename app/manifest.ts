import type { MetadataRoute } from "next";
import { files } from "@/lib/site/files";
import { routes } from "@/lib/site/routes";

/** What makes CareSync an app on a phone or a desktop. It opens the portal of the person who is signed in, or the sign-in page. */
export default function manifest(): MetadataRoute.Manifest {
  const icon = { src: files.icon(192), sizes: "192x192", type: "image/png" };
  return {
    id: routes.home(),
    name: "CareSync",
    short_name: "CareSync",
    description: "Your appointments, records and hospital stays, live.",
    lang: "en-GB",
    dir: "ltr",
    start_url: routes.signIn(),
    scope: routes.home(),
    display: "standalone",
    // The ground in light; pages name the one in dark themselves.
    background_color: "#fbfaf8",
    theme_color: "#fbfaf8",
    categories: ["health", "medical"],
    icons: [
      icon,
      { src: files.icon(512), sizes: "512x512", type: "image/png" },
      { src: files.maskableIcon(192), sizes: "192x192", type: "image/png", purpose: "maskable" },
      { src: files.maskableIcon(512), sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: "Appointments", url: routes.patient.visits(), icons: [icon] },
      { name: "Emergency", url: routes.emergency.request(), icons: [icon] },
    ],
  };
}
