-- A file may register patients.
ALTER TYPE "ImportKind" ADD VALUE 'PATIENTS';
