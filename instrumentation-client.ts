import { patientFetch } from "@/lib/platform/http/browser/patient-fetch";

// Before anything else runs in the browser: Next fetches pages and sends actions with what it finds here.
window.fetch = patientFetch(window.fetch.bind(window));
