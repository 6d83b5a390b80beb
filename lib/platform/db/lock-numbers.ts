/**
 * Every number under which our processes take an advisory lock by number, in one place so that no two are the same.
 * Locks on things are taken by the hash of their name, in another key space of PostgreSQL's.
 */
export const LOCK_NUMBERS = {
  /** Servers that start at once migrate one after the other. */
  migrate: 4_127_000,
  /** One worker's relay is the leader. */
  relayLeader: 4_127_001,
  /** The demo is seeded once. */
  seed: 4_127_002,
  /** One worker seals the audit trail at a time. */
  auditSeals: 4_127_003,
  /** One backup of the embedded database is made at a time. */
  backup: 4_127_004,
  /** One process at a time moves the archived log and new files into the backups. */
  backupSweep: 4_127_005,
  /** One worker makes the parts of the months to come. */
  months: 4_127_006,
  /** One worker recounts the sums of days at a time. */
  daySums: 4_127_007,
  /** First key of the locks that say which processes are alive; the second is the process's own number. */
  presence: 7_301,
} as const;
