/** The password of the accounts to try the demo with. */
export const DEMO_PASSWORD = "demo-care-sync";
/** The domain of every address. */
export const DEMO_MAIL_DOMAIN = "demo.test";
export const DEMO_SIGN_INS = ["patient", "doctor", "hospital", "admin"].map((who) => `${who}@${DEMO_MAIL_DOMAIN}`);
