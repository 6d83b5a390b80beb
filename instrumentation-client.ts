import { fetchWithRetry } from "@/lib/platform/http/browser/fetch-with-retry";

// Before anything else runs in the browser: Next fetches pages and sends actions with what it finds here.
window.fetch = fetchWithRetry(window.fetch.bind(window));
