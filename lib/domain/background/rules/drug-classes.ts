/** A class of medicines whose members people often react to alike. */
export type DrugClass = {
  /** "a penicillin": what one of them is. */
  one: string;
  /** Folded words that name the class or one of its members; a pattern covers endings that only they have. */
  words: RegExp;
  /** Classes in which a reaction is possible, though less likely. */
  related?: readonly string[];
};

const among = (words: string, ...patterns: string[]) =>
  new RegExp(`^(?:${[...words.trim().split(/\s+/), ...patterns].join("|")})$`);

/**
 * The common classes, from the summaries of product characteristics of their members. A help, not
 * a complete list: a medicine that isn't here is only compared by its words.
 */
export const DRUG_CLASSES: Readonly<Record<string, DrugClass>> = {
  penicillins: {
    one: "a penicillin",
    words: among("amoxiclav coamoxiclav augmentin tazocin pivmecillinam amoxycillin", "[a-z]*cillina?e?"),
    related: ["cephalosporins", "carbapenems"],
  },
  cephalosporins: {
    one: "a cephalosporin",
    words: among("cephalosporin cefalosporin", "cef[a-z]{3,}", "ceph[a-z]{4,}"),
    related: ["penicillins", "carbapenems"],
  },
  carbapenems: {
    one: "a carbapenem",
    words: among("carbapenem", "[a-z]{3,}penem"),
    related: ["penicillins", "cephalosporins"],
  },
  sulfonamides: {
    one: "a sulfonamide",
    words: among(
      "sulfonamide sulphonamide sulfa sulpha sulfamethoxazole sulphamethoxazole cotrimoxazole trimoxazole sulfadiazine sulphadiazine sulfasalazine sulphasalazine bactrim septrin",
    ),
  },
  nsaids: {
    one: "an anti-inflammatory (NSAID)",
    words: among(
      "nsaid aspirin acetylsalicylic aspirine ibuprofen dexibuprofen naproxen diclofenac aceclofenac indometacin indomethacin ketoprofen dexketoprofen flurbiprofen mefenamic meloxicam piroxicam tenoxicam ketorolac etodolac nabumetone celecoxib etoricoxib parecoxib",
    ),
  },
  macrolides: {
    one: "a macrolide",
    words: among("macrolide", "[a-z]*thromycin", "spiramycin", "telithromycin"),
  },
  quinolones: { one: "a quinolone", words: among("quinolone fluoroquinolone", "[a-z]*floxacin") },
  tetracyclines: { one: "a tetracycline", words: among("tigecycline", "[a-z]*cycline") },
  opioids: {
    one: "an opioid",
    words: among(
      "opioid opiate morphine codeine dihydrocodeine cocodamol codydramol oxycodone hydromorphone tramadol fentanyl alfentanil remifentanil pethidine tapentadol buprenorphine methadone",
    ),
  },
  aceInhibitors: {
    one: "an ACE inhibitor",
    words: among("captopril enalapril fosinopril imidapril lisinopril perindopril quinapril ramipril trandolapril"),
  },
  statins: {
    one: "a statin",
    words: among("statin atorvastatin fluvastatin pravastatin rosuvastatin simvastatin pitavastatin lovastatin"),
  },
};
